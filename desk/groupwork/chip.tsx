import styles from './attendance.module.css'

/** A small thing that is so or not: pressed stays visible without colour. */
export function Chip({
  label,
  pressed,
  onPress,
}: {
  readonly label: string
  readonly pressed: boolean
  readonly onPress: () => void
}) {
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onPress}>
      {pressed && <span aria-hidden="true">✓ </span>}
      {label}
    </button>
  )
}
