package cn.ecopark.organisation.web;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;

/**
 * Tells a page that is about to be sent whether it still can be: who is signed in by now,
 * and by which token its session knows a form. A page that was open for long goes on with
 * it instead of being refused.
 */
@Controller
class SessionController {

	private final CurrentActor current;

	SessionController(CurrentActor current) {
		this.current = current;
	}

	/**
	 * @param person whoever is signed in, as the pages name them; 0 for nobody
	 * @param token of the forms of this session
	 */
	record Standing(long person, String token) {
	}

	@GetMapping("/session")
	@ResponseBody
	Standing standing(CsrfToken token) {
		return new Standing(this.current.find().map(Actor::personId).orElse(0L), token.getToken());
	}

}
