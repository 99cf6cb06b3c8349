package com.gotracker.shipping;

class H2TrialTest extends TrialTests {}
