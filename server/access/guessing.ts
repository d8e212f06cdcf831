const freeTries = 5
const longestBlockSeconds = 900

/** R31: five tries are free, then the wait doubles up to a quarter of an hour; it never shuts anybody out for good. */
export function blockSeconds(failures: number): number {
  return failures < freeTries ? 0 : Math.min(longestBlockSeconds, 2 ** (failures - freeTries) * 5)
}
