export const dataLayouts = ['wide', 'long'] as const
export const dataUses = ['own', 'research'] as const

export interface DataChoice {
  /** Empty: the first of the wave. */
  readonly instrumentId: string
  readonly layout: (typeof dataLayouts)[number]
  readonly use: (typeof dataUses)[number]
  /** Only for the own evaluation: a researcher is given numbers. */
  readonly withOwnWords: boolean
}

/** Whether the data hold what people wrote in their own words. */
export function holdsOwnWords({ use, withOwnWords }: DataChoice): boolean {
  return use === 'own' && withOwnWords
}
