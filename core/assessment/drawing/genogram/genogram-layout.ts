import type { Couple } from '../facts/couple.ts'
import type { Parentage } from '../facts/parentage.ts'
import type { RelationQuality } from '../facts/relation-quality.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

export interface PlacedPerson {
  readonly id: string
  /** The middle of the symbol. */
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
  /** Symbol and words together. */
  readonly box: Box
}

export interface PlacedUnion {
  readonly id: string
  readonly partners: readonly string[]
  readonly state: Couple['state'] | null
  /** Empty for one parent alone, whose children hang from the stem. */
  readonly line: readonly Point[]
  /** Where slashes stand. */
  readonly middle: Point
}

export interface PlacedDescent {
  readonly unionId: string
  readonly childId: string
  readonly nature: Parentage['nature']
  readonly line: readonly Point[]
}

export interface PlacedQuality {
  readonly id: string
  readonly oneId: string
  readonly otherId: string
  readonly quality: RelationQuality['quality']
  /** Close points along a gentle curve from symbol to symbol. */
  readonly line: readonly Point[]
}

export interface Household {
  /** Around those who live in it: one loop, or one per group where others stand between. */
  readonly loops: readonly (readonly Point[])[]
  /** Where two loops below each other become one. */
  readonly joints: readonly Box[]
  /** Where others stand between two loops: the middle of a band that joins them. */
  readonly bands: readonly (readonly Point[])[]
}

export interface GenogramLayout {
  readonly width: number
  readonly height: number
  readonly people: readonly PlacedPerson[]
  readonly unions: readonly PlacedUnion[]
  readonly descents: readonly PlacedDescent[]
  readonly qualities: readonly PlacedQuality[]
  readonly household: Household
}

export const symbolHalf = 22
export const lineHeight = 15
