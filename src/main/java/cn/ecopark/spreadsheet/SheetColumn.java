package cn.ecopark.spreadsheet;

import java.time.LocalDate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet.
 *
 * @param heading key of the message over it
 * @param width in characters; a Chinese one takes two
 * @param cell a {@link String}, {@link LocalDate} or {@link Integer} of a row; null
 * leaves the cell empty
 */
public record SheetColumn<T>(String heading, int width, Function<T, @Nullable Object> cell) {

	public static <T> SheetColumn<T> text(String heading, int width, Function<T, @Nullable String> cell) {
		return new SheetColumn<>(heading, width, cell::apply);
	}

	public static <T> SheetColumn<T> day(String heading, Function<T, @Nullable LocalDate> cell) {
		return new SheetColumn<>(heading, 12, cell::apply);
	}

	public static <T> SheetColumn<T> number(String heading, Function<T, Integer> cell) {
		return new SheetColumn<>(heading, 8, cell::apply);
	}

}
