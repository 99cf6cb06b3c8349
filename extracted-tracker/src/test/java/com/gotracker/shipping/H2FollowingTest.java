package com.gotracker.shipping;

class H2FollowingTest extends FollowingTests {}
