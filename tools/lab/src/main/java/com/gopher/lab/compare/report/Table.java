package com.gopher.lab.compare.report;

import java.util.List;

/** Figures as the page's template shows them. */
record Table(List<String> columns, List<Row> rows) {

  record Row(String label, List<String> cells) {}
}
