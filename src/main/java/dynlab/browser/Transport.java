package dynlab.browser;

import dynlab.app.Narrator;
import dynlab.app.Spoken;
import dynlab.scene.Narration;
