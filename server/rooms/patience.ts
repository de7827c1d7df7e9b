/**
 * How long a process waits for another one's answer before it looks whether it still lives, ms. Colyseus reads it once,
 * when it is loaded: this comes before it. A paused process costs its players twice this.
 */
process.env['COLYSEUS_PRESENCE_SHORT_TIMEOUT'] ??= '1000';
