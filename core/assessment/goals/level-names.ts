/** −2 … +2 of goal attainment scaling, from worst to best. */
export const levelNames = ['muchLess', 'less', 'expected', 'more', 'muchMore'] as const
export type LevelName = (typeof levelNames)[number]
