/** Waits for `made`, then goes one way or the other. */
export async function settle<T>(
  made: Promise<T>,
  well: (value: T) => unknown,
  badly: (error: unknown) => void,
): Promise<void> {
  try {
    well(await made);
  } catch (error) {
    badly(error);
  }
}
