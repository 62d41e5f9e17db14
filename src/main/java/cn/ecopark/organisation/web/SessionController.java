package cn.ecopark.organisation.web;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
	 * @param token of the forms of this session; empty where it is of no use
	 */
	record Standing(long person, String token) {
	}

	/**
	 * @param of whose page asks; 0 for one of nobody. A page of somebody can send nothing
	 * once nobody is signed in: no session is begun for it, which would take the place of
	 * one that is begun meanwhile in another tab
	 */
	@GetMapping("/session")
	@ResponseBody
	Standing standing(@RequestParam(defaultValue = "0") long of, CsrfToken token) {
		long person = this.current.find().map(Actor::personId).orElse(0L);
		return new Standing(person, person == 0 && of != 0 ? "" : token.getToken());
	}

}
