package cn.ecopark.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Locale;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.Texts;

/**
 * Writes a list as one sheet, page by page as it is read. Whatever is text has the type
 * and the format of text, also when somebody edits it: no cell is ever calculated.
 */
final class SheetWriter<T, K> {

	private static final String TEXT = "@";

	private static final String DAY = "yyyy-mm-dd";

	private final ListSheet<T, K> list;

	private final Texts texts;

	private final Locale locale;

	private int row;

	SheetWriter(ListSheet<T, K> list, Texts texts, Locale locale) {
		this.list = list;
		this.texts = texts;
		this.locale = locale;
	}

	void write(OutputStream to) throws IOException {
		try (Workbook workbook = new Workbook(to, "ecopark", null)) {
			Worksheet sheet = workbook.newWorksheet(this.texts.in(this.locale, this.list.title()));
			head(sheet);
			Cursor<K> cursor = Cursor.start();
			while (cursor != null) {
				cursor = page(sheet, cursor);
				sheet.flush();
			}
		}
	}

	private void head(Worksheet sheet) {
		for (int column = 0; column < this.list.columns().size(); column++) {
			SheetColumn<T> one = this.list.columns().get(column);
			sheet.width(column, one.width());
			sheet.inlineString(0, column, this.texts.in(this.locale, one.heading()));
			sheet.style(0, column).bold().format(TEXT).set();
		}
		sheet.freezePane(0, 1);
		this.row = 1;
	}

	/**
	 * @return where the next page begins; null when all is written
	 */
	private @Nullable Cursor<K> page(Worksheet sheet, Cursor<K> cursor) {
		ListPage<T, K> page = this.list.pages().apply(cursor);
		for (T written : page.rows()) {
			if (this.row > ListSheet.MOST) {
				return incomplete(sheet);
			}
			for (int column = 0; column < this.list.columns().size(); column++) {
				cell(sheet, column, this.list.columns().get(column).cell().apply(written));
			}
			this.row++;
		}
		K next = page.next();
		if (next == null) {
			return null;
		}
		return this.row > ListSheet.MOST ? incomplete(sheet) : Cursor.after(next);
	}

	private @Nullable Cursor<K> incomplete(Worksheet sheet) {
		cell(sheet, 0, this.texts.in(this.locale, "spreadsheet.list.incomplete", ListSheet.MOST));
		return null;
	}

	private void cell(Worksheet sheet, int column, @Nullable Object value) {
		if (value instanceof LocalDate day) {
			sheet.value(this.row, column, day);
			sheet.style(this.row, column).format(DAY).set();
		}
		else if (value instanceof Integer number) {
			sheet.value(this.row, column, number);
		}
		else if (value != null) {
			sheet.inlineString(this.row, column, value.toString());
			sheet.style(this.row, column).format(TEXT).set();
		}
	}

}
