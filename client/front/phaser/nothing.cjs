// In the place of what Phaser brings along and we never use; it makes some of these when it starts.
module.exports = class Nothing {
  setOrigin() {
    return this;
  }

  destroy() {}
};
