/** What a field was called before, by its id: an agency's own template that has it is filled as ever. */
export const formerNames: Readonly<Record<string, readonly string[]>> = {
  staffCleared: ['准入查询'],
}
