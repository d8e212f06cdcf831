import styles from './print.module.css'

/** A named list on paper; nothing when it is empty. */
export function Lines({
  label,
  lines,
}: {
  readonly label: string
  readonly lines: readonly string[]
}) {
  if (lines.length === 0) return null
  return (
    <div className={styles.kept}>
      <strong>{label}</strong>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
