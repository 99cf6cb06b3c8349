package com.gotracker.shipping;

class H2DispatchTest extends DispatchTests {}
