package cn.ecopark.wholefile.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.wholefile.Exports;
import cn.ecopark.wholefile.Exports.Export;

/** Puts the page of a whole file together. */
@Component
class WholeFilePages {

	private final CaseAccess access;

	private final Exports exports;

	private final MessageSource messages;

	WholeFilePages(CaseAccess access, Exports exports, MessageSource messages) {
		this.access = access;
		this.exports = exports;
		this.messages = messages;
	}

	WholeFilePage page(String caseId, Actor reader) {
		EcoCase ecoCase = this.access.read(reader, caseId);
		List<String> meta = new ArrayList<>();
		meta.add(String.valueOf(
				this.messages.getMessage("casefile.word." + ecoCase.kind(), null, LocaleContextHolder.getLocale())));
		if (ecoCase.number() != null) {
			meta.add(ecoCase.number());
		}
		return new WholeFilePage(caseId, ecoCase.park().name(), meta,
				this.exports.of(caseId, reader).stream().map(WholeFilePages::zip).toList());
	}

	private static WholeFilePage.Zip zip(Export export) {
		return new WholeFilePage.Zip(LocalDateTime.ofInstant(export.madeAt(), CaseTime.ZONE), export.entries(),
				readable(export.size()), export.manifestSha256());
	}

	static String readable(long bytes) {
		return bytes < 1 << 10 ? bytes + " B"
				: bytes < 1 << 20 ? (bytes >> 10) + " KB" : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
	}

}
