package dynlab.browser;


