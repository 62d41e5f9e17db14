// Uploads that a test moves on itself.
export class Upload {
  constructor(file, options) {
    Object.assign(this, { file, options, url: options.uploadUrl, starts: 0, ended: [] });
    (window.uploads ??= []).push(this);
  }

  start() {
    this.starts += 1;
  }

  async abort(forGood) {
    this.ended.push(forGood);
  }
}
