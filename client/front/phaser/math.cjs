// Of all its mathematics, Phaser's settings ask for this by way of the list of them all.
exports.RandomDataGenerator = require('../../../node_modules/phaser/src/math/random-data-generator/RandomDataGenerator.js');
