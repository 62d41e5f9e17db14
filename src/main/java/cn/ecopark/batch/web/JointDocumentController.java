package cn.ecopark.batch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import cn.ecopark.batch.ReadOfficialDocument;
import cn.ecopark.dossier.web.DocumentResponses;
import cn.ecopark.organisation.CurrentActor;

/** The signed documents of batches. */
@Controller
class JointDocumentController {

	private final ReadOfficialDocument readDocument;

	private final DocumentResponses responses;

	private final CurrentActor current;

	JointDocumentController(ReadOfficialDocument readDocument, DocumentResponses responses, CurrentActor current) {
		this.readDocument = readDocument;
		this.responses = responses;
		this.current = current;
	}

	@GetMapping("/batches/{id}/paper")
	ResponseEntity<Resource> document(@PathVariable String id,
			@RequestParam(required = false) @Nullable String download) {
		return this.responses.of(this.readDocument.read(this.current.get(), id), download != null);
	}

}
