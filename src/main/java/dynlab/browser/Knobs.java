package dynlab.browser;

import dynlab.app.Event;
import dynlab.app.TypedNumber;
