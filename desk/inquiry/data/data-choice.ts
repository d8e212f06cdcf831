export const dataLayouts = ['wide', 'long'] as const
export const dataUses = ['own', 'research'] as const

export interface DataChoice {
  /** Empty: the first of the wave. */
  readonly instrumentId: string
  readonly layout: (typeof dataLayouts)[number]
  readonly use: (typeof dataUses)[number]
}
