package com.example;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

/** Every scenario, with machines that keep their data in the store of this project. */
@Suite
@IncludeEngines("mesh-scenario")
@SelectClasspathResource("scenarios")
@ConfigurationParameter(key = "mesh-scenario.store", value = "counted")
class CountedStoreScenariosTest {}
