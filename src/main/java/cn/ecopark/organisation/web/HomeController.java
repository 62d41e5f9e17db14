package cn.ecopark.organisation.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.Landing;

/** Leads the public to the notices, and whoever is signed in to where the work is. */
@Controller
class HomeController {

	private final CurrentActor current;

	HomeController(CurrentActor current) {
		this.current = current;
	}

	@GetMapping("/")
	String home() {
		return this.current.find().map(actor -> "redirect:" + Landing.of(actor)).orElse("forward:/notices");
	}

}
