package cn.ecopark.gate.judging;

import java.nio.file.Path;

import cn.ecopark.gate.SideWork;
import cn.ecopark.gate.Wire;

/** The process that judges: it is told what a file claims to be. */
public final class Judge {

	private Judge() {
	}

	public static void main(String[] arguments) {
		SideWork.run((path, in, out) -> Wire.writeVerdict(out, FileJudge.judge(Path.of(path), in.readUTF())));
	}

}
