package com.example;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

/** Every scenario below src/test/resources/scenarios. */
@Suite
@IncludeEngines("mesh-scenario")
@SelectClasspathResource("scenarios")
class ScenariosTest {}
