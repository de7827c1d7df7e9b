// Pictures are all that we give Phaser to draw: no atlases, sheets or compressed textures.
exports.Image = require('../../../node_modules/phaser/src/textures/parsers/Image.js');
