package cn.ecopark.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.SampleFiles;
import cn.ecopark.TestDatabase;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.content.ContentStore.ContentMissing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** However many read a content, there is one file of it on the disk. */
class WorkingCopiesTest {

	private final DataSource database = TestDatabase.migrated();

	private final JdbcTransactionManager transactions = new JdbcTransactionManager(this.database);

	private final ContentStore store = ContentStores.inDatabase(JdbcClient.create(this.database), this.transactions);

	private final WorkingCopies copies = new WorkingCopies(this.store);

	@AfterEach
	void leaveNothing() {
		this.copies.stop();
	}

	@Test
	void areOneFileForAllWhoReadIt() throws IOException {
		Content content = kept("建设规划");
		Path file;
		try (WorkingCopies.Copy judge = this.copies.open(content.sha256());
				WorkingCopies.Copy reader = this.copies.open(content.sha256())) {
			file = judge.file();
			assertThat(reader.file()).isEqualTo(file).hasBinaryContent(SampleFiles.pdf("建设规划"));
		}

		try (WorkingCopies.Copy next = this.copies.open(content.sha256())) {
			assertThat(next.file()).isEqualTo(file);
		}
		this.copies.stop();
		assertThat(file).doesNotExist();
	}

	@Test
	void stayWhileSomebodyReadsThem() throws IOException {
		Content content = kept("建设规划");
		try (WorkingCopies.Copy copy = this.copies.open(content.sha256())) {
			this.copies.open(content.sha256()).close();
			this.copies.stop();

			assertThat(copy.file()).exists();
		}
	}

	/** A process that judged a hostile file may have written into it. */
	@Test
	void areFetchedAnewWhenSomebodyHasChangedThem() throws IOException {
		Content content = kept("建设规划");
		try (WorkingCopies.Copy copy = this.copies.open(content.sha256())) {
			Files.writeString(copy.file(), "another");
		}

		try (WorkingCopies.Copy copy = this.copies.open(content.sha256())) {
			assertThat(copy.file()).hasBinaryContent(SampleFiles.pdf("建设规划"));
		}
	}

	@Test
	void areNoneOfAContentThatIsGone() throws IOException {
		Content content = kept("建设规划");
		this.copies.open(content.sha256()).close();
		this.store.remove(content.sha256());

		assertThatExceptionOfType(ContentMissing.class).isThrownBy(() -> this.copies.open(content.sha256()));
	}

	@Test
	void areMadeOutsideOfTransactions() throws IOException {
		Content content = kept("建设规划");

		assertThatIllegalStateException()
			.isThrownBy(() -> new TransactionTemplate(this.transactions).execute(status -> copied(content)));
	}

	private WorkingCopies.Copy copied(Content content) {
		try {
			return this.copies.open(content.sha256());
		}
		catch (IOException impossible) {
			throw new AssertionError(impossible);
		}
	}

	private Content kept(String text) throws IOException {
		return this.store.store(new ByteArrayInputStream(SampleFiles.pdf(text)));
	}

}
