package cn.ecopark.shared;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import org.springframework.core.io.ClassPathResource;

/** Reads data that is shipped as comma-separated values. */
public final class CsvRows {

	private static final CsvMapper MAPPER = new CsvMapper();

	private CsvRows() {
	}

	/**
	 * @param file on the class path, UTF-8, its first line names the columns
	 * @return the lines below as column to text; an empty cell is an empty text
	 */
	public static List<Map<String, String>> read(String file) {
		try (InputStream content = new ClassPathResource(file).getInputStream();
				MappingIterator<Map<String, String>> rows = MAPPER.readerForMapOf(String.class)
					.with(CsvSchema.emptySchema().withHeader())
					.readValues(content)) {
			return rows.readAll();
		}
		catch (IOException problem) {
			throw new IllegalStateException("Cannot read " + file, problem);
		}
	}

	/**
	 * @return the cell of that column, which the file must have
	 */
	public static String text(Map<String, String> row, String column) {
		String cell = row.get(column);
		if (cell == null) {
			throw new IllegalStateException("There is no column " + column + " beside " + row.keySet());
		}
		return cell;
	}

}
