package dynlab.browser;

import dynlab.numeric.Numbers;
