/** How people call a group that was not worked with, or not yet: 对照、等待、候补、比较, control, waiting list. */
const named = /对照|等待|等候|候补|比较组|常规|control|wait|comparison|untreated|^cont\.?$/i

/** The group that others are set against, where exactly one is called so; null: a person must say which. */
export function findComparisonGroup(labels: readonly string[]): string | null {
  const [only, ...more] = labels.filter((label) => named.test(label.trim()))
  return only === undefined || more.length > 0 ? null : only
}
