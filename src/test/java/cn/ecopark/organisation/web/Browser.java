package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import cn.ecopark.organisation.InventedPeople;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.NewPerson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Goes through pages as a browser does: with the session cookie and the token of the
 * form.
 */
public record Browser(MockMvc mvc) {

	/**
	 * The people of the tests that share one database, entered by the first of them.
	 */
	static void peopleAre(InventedPeople invented, String password) {
		if (!invented.exist()) {
			invented.add(List.of(new NewPerson("office.one", "李四", "OFFICE", Set.of(MemberRole.STAFF)),
					new NewPerson("office.two", "赵六", "OFFICE", Set.of(MemberRole.STAFF)),
					new NewPerson("security", "王五", "ADMINISTRATION", Set.of(MemberRole.SECURITY_ADMIN)),
					new NewPerson("security2", "郑十", "ADMINISTRATION", Set.of(MemberRole.SECURITY_ADMIN)),
					new NewPerson("leaver", "周八", "ADMINISTRATION", Set.of(MemberRole.SECURITY_ADMIN)),
					new NewPerson("leaver2", "冯一", "ADMINISTRATION", Set.of(MemberRole.SECURITY_ADMIN)),
					new NewPerson("auditor", "孙七", "ADMINISTRATION", Set.of(MemberRole.AUDITOR))), password);
		}
	}

	/** Opens the page in a session, null: in none yet. */
	public Page open(String path, @Nullable Cookie session) throws Exception {
		MockHttpServletRequestBuilder request = get(path);
		MvcResult result = this.mvc.perform(session != null ? request.cookie(session) : request)
			.andExpect(status().isOk())
			.andReturn();
		String text = result.getResponse().getContentAsString();
		Cookie changed = result.getResponse().getCookie("SESSION");
		return new Page(changed != null ? changed : session, result.getResponse().getCookie("FORM"),
				Jsoup.parse(text).select("input[name=_csrf]").val(), text);
	}

	/** Signs in and returns the new session. */
	public Cookie signIn(String name, String password) throws Exception {
		Page form = open("/sign-in", null);
		return sessionOf(this.mvc.perform(form.post("/sign-in").param("username", name).param("password", password))
			.andExpect(status().is3xxRedirection())
			.andReturn());
	}

	/** The session that an answer begins. */
	public static Cookie sessionOf(MvcResult result) {
		Cookie session = result.getResponse().getCookie("SESSION");
		assertThat(session).isNotNull();
		return session;
	}

	/**
	 * A page, with what its forms send along.
	 *
	 * @param session null where none has begun
	 * @param form the cookie by which a form is known then
	 */
	public record Page(@Nullable Cookie session, @Nullable Cookie form, String token, String text) {

		/** One of its forms. */
		public MockHttpServletRequestBuilder post(String path) {
			MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path).param("_csrf", this.token);
			Cookie[] cookies = Stream.of(this.session, this.form).filter(Objects::nonNull).toArray(Cookie[]::new);
			return cookies.length == 0 ? request : request.cookie(cookies);
		}

	}

}
