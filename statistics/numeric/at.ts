/** Element i of a vector that is known to be that long; anything else is a bug of ours. */
export function at<T>(values: ArrayLike<T>, i: number): T {
  const value = values[i]
  if (value === undefined) throw new RangeError(`no element ${i} of ${values.length}`)
  return value
}
