/** A cell to write; numbers, booleans and days stay what they are, only strings can pretend to be a formula. */
export type WrittenCell = string | number | boolean | null | { readonly date: string }
