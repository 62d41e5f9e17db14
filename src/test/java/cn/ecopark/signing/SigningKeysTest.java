package cn.ecopark.signing;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** In earnest nothing is signed with what a demonstration has made. */
class SigningKeysTest {

	private static final SealHolder MEE = new SealHolder("MEE", "生态环境部");

	@TempDir
	private Path folder;

	@Test
	void signsWithNothingThatADemonstrationHasMade() throws Exception {
		SigningKeys production = new SigningKeys(settings(), none());

		assertThat(production.worthless()).containsExactly("MEE");
		assertThatThrownBy(() -> production.of(MEE)).isInstanceOf(SigningRefusals.CertificateWorthless.class);
	}

	@Test
	void signsWithItInADemonstration() throws Exception {
		DemonstrationKeys made = new DemonstrationKeys(JdbcClient.create(new DriverManagerDataSource("jdbc:none")));
		SigningKeys demonstration = new SigningKeys(settings(), given(made));

		assertThat(demonstration.worthless()).isEmpty();
		assertThat(demonstration.of(MEE)).isPresent();
	}

	private SigningSettings settings() throws Exception {
		SigningKey key = DemonstrationAuthority.key("生态环境部", DemonstrationAuthority.root());
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("key", key.key(), "secret".toCharArray(), key.chain().toArray(X509Certificate[]::new));
		Path file = this.folder.resolve("mee.p12");
		try (OutputStream out = Files.newOutputStream(file)) {
			store.store(out, "secret".toCharArray());
		}
		return new SigningSettings(null, Map.of(), 42, Map.of(), false,
				Map.of("MEE", new SigningSettings.KeyStoreSettings(file.toString(), "secret", null)), false);
	}

	private static ObjectProvider<DemonstrationKeys> none() {
		return new StaticListableBeanFactory().getBeanProvider(DemonstrationKeys.class);
	}

	private static ObjectProvider<DemonstrationKeys> given(DemonstrationKeys keys) {
		return new StaticListableBeanFactory(Map.of("keys", keys)).getBeanProvider(DemonstrationKeys.class);
	}

}
