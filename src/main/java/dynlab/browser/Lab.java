package dynlab.browser;

import dynlab.app.Catalogue;
import dynlab.app.Effect;
import dynlab.app.Event;
import dynlab.app.LabState;
import dynlab.app.Laboratory;
import dynlab.app.Notice;
import dynlab.app.RunSet;
import dynlab.app.Turn;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.numeric.Numbers;
import dynlab.scene.Address;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.view.Frame;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;
import dynlab.view.RunView;
import dynlab.view.View;

