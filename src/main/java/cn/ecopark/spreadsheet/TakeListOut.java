package cn.ecopark.spreadsheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.Texts;

/**
 * Hands a list out as a spreadsheet. Who took out which list stands in the audit before
 * the first row goes out.
 */
@Component
public class TakeListOut {

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final Audit audit;

	private final CaseTime time;

	private final Texts texts;

	TakeListOut(Audit audit, CaseTime time, Texts texts) {
		this.audit = audit;
		this.time = time;
		this.texts = texts;
	}

	/**
	 * Reads the first page before anything is answered, so that whoever may not read the
	 * list is told so.
	 */
	public <T, K> void write(ListSheet<T, K> list, HttpServletResponse response, Locale locale) throws IOException {
		ListSheet<T, K> readable = list.begun();
		Map<String, String> told = new TreeMap<>(list.narrowed());
		told.put("list", list.name());
		this.audit.record(Subject.ADMINISTRATION, "list.exported", told);
		String name = this.texts.in(locale, list.title()) + "-" + this.time.today() + ".xlsx";
		response.setContentType(XLSX);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		new SheetWriter<>(readable, this.texts, locale).write(response.getOutputStream());
	}

}
