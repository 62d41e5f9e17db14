package cn.ecopark.reading.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.dossier.Documents;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.reading.Place;
import cn.ecopark.reading.RemarkRefusals.NoSuchPlace;
import cn.ecopark.reading.WriteRemark;
import cn.ecopark.reading.WriteRemark.NewRemark;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.RepeatedPages;

/** Remarks are written, changed and removed here; each answer is how they stand then. */
@Controller
class RemarkController {

	private final WriteRemark writeRemark;

	private final Documents documents;

	private final DocumentInfos infos;

	private final CurrentActor current;

	private final JsonMapper json;

	RemarkController(WriteRemark writeRemark, Documents documents, DocumentInfos infos, CurrentActor current,
			JsonMapper json) {
		this.writeRemark = writeRemark;
		this.documents = documents;
		this.infos = infos;
		this.current = current;
		this.json = json;
	}

	@OncePerPage(answersAnew = true)
	@PostMapping("/documents/{id}/remarks")
	@ResponseBody
	List<DocumentInfo.RemarkLine> write(@PathVariable long id, @RequestParam int page, @RequestParam String places,
			@RequestParam(defaultValue = "") String quote, @RequestParam(defaultValue = "") String text,
			@RequestParam Audience audience, @RequestParam long task, HttpServletRequest request, Locale locale) {
		if (!RepeatedPages.isRepeated(request)) {
			this.writeRemark.write(id, new NewRemark(page, places(places), quote, text, audience), task,
					this.current.get());
		}
		return remarks(id, locale);
	}

	@PostMapping("/documents/{id}/remarks/{remark}")
	@ResponseBody
	List<DocumentInfo.RemarkLine> change(@PathVariable long id, @PathVariable long remark,
			@RequestParam(defaultValue = "") String text, @RequestParam Audience audience, Locale locale) {
		this.writeRemark.change(remark, text, audience, this.current.get());
		return remarks(id, locale);
	}

	@PostMapping("/documents/{id}/remarks/{remark}/remove")
	@ResponseBody
	List<DocumentInfo.RemarkLine> remove(@PathVariable long id, @PathVariable long remark, Locale locale) {
		this.writeRemark.remove(remark, this.current.get());
		return remarks(id, locale);
	}

	private List<DocumentInfo.RemarkLine> remarks(long id, Locale locale) {
		Actor reader = this.current.get();
		return this.infos.remarks(this.documents.get(id, reader), reader, locale);
	}

	private List<Place> places(String places) {
		try {
			return List.of(this.json.readValue(places, Place[].class));
		}
		catch (JacksonException | NullPointerException malformed) {
			throw new NoSuchPlace();
		}
	}

}
