/** Lists that their readers take out as spreadsheets, with an entry in the audit. */
@NullMarked
package cn.ecopark.spreadsheet;

import org.jspecify.annotations.NullMarked;
