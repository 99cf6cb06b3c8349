package com.gopher.lab.compare.experiment.maporlist;

import com.gopher.lab.compare.claim.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * How a way to know where trackers are fared.
 *
 * @param added a third tracker was started
 * @param found seconds from when that one was ready to the first read that it answered; negative if
 *     it answered none
 * @param left a tracker was ended in an orderly way
 * @param killed a tracker was killed
 * @param megabytes resident memory of all processes
 * @param registryMegabytes of the registry alone; 0 where there is none
 * @param cpuPerMinute processor seconds of all processes in a minute of reads, nothing else
 *     happening
 * @param registryCpuPerMinute of the registry alone
 */
record Fared(
    Event added,
    double found,
    Event left,
    Event killed,
    double megabytes,
    double registryMegabytes,
    double cpuPerMinute,
    double registryCpuPerMinute) {

  List<Measure> measures() {
    var all = new ArrayList<Measure>();
    addTo(all, "killed", killed);
    addTo(all, "left in order", left);
    addTo(all, "added", added);
    all.add(new Measure("added: ready until its first read", found, "s"));
    all.add(new Measure("memory of all", megabytes, "MB"));
    all.add(new Measure("memory of the registry", registryMegabytes, "MB"));
    all.add(new Measure("processor time of all", cpuPerMinute, "CPU s/min"));
    all.add(new Measure("processor time of the registry", registryCpuPerMinute, "CPU s/min"));
    return all;
  }

  private static void addTo(List<Measure> all, String what, Event event) {
    all.add(new Measure(what + ": failed reads", event.failed(), "reads"));
    all.add(new Measure(what + ": failed reads of all", event.share(), "%"));
    all.add(new Measure(what + ": until the last failed read", event.lastFailure(), "s"));
    all.add(new Measure(what + ": watched", event.watched(), "s"));
  }
}
