/** Why something was refused and what would work; read out as it appears. */
export function Refusal({ words }: { words: string | null }) {
  if (!words) return null;
  return (
    <p className="note bad" role="alert">
      {words}
    </p>
  );
}
