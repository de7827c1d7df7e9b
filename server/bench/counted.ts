/** A socket that counts what comes in: how much a page is sent. */
class CountedSocket extends WebSocket {
  bytes = 0;

  constructor(...asked: ConstructorParameters<typeof WebSocket>) {
    super(...asked);
    this.addEventListener('message', ({ data }) => {
      this.bytes += (data as ArrayBuffer).byteLength;
    });
    made.push(this);
  }
}

const made: CountedSocket[] = [];

/** What has come in so far over each socket of this process, in the order they were made. Bytes. */
export function received(): number[] {
  return made.map(({ bytes }) => bytes);
}

globalThis.WebSocket = CountedSocket;
