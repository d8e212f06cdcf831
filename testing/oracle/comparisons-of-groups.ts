import { columns, inside, labelled, twoGroups, type Comparison } from './comparison.ts'

const pair = columns(['pre', 'post'])
const waves = inside('waves', columns(['a', 'b', 'c'], 3, 9))
const complete = 'd <- round(post - pre, 9); d <- d[!is.na(d)]'
/** Values and labels without missing rows, labels in order of appearance. */
const grouped =
  'k <- !is.na(value); value <- value[k]; group <- factor(group[k], unique(group[k])); stopifnot(min(table(group)) > 1, nlevels(group) > 1)'

/** Two measurements, groups and waves: R's own functions. */
export const groupComparisons: readonly Comparison[] = [
  {
    analysis: 'paired-t',
    about: 't, p and interval',
    data: pair,
    figures: ['value.t', 'value.p', 'interval.low', 'interval.high', 'value.df'],
    r: 'r <- t.test(post, pre, paired = TRUE); c(r$statistic, r$p.value, r$conf.int, r$parameter)',
  },
  {
    analysis: 'wilcoxon-signed-rank',
    about: 'exact with ties and zeros, as R 4.6',
    data: pair,
    figures: ['value.v', 'value.p'],
    r: `${complete}; stopifnot(length(d) > 1, any(d != 0)); r <- wilcox.test(d); c(r$statistic, r$p.value)`,
  },
  {
    analysis: 'wilcoxon-signed-rank',
    about: 'one-sided',
    data: pair,
    options: { alternative: 'greater' },
    figures: ['value.p'],
    r: `${complete}; stopifnot(length(d) > 1, any(d != 0)); wilcox.test(d, alternative = 'greater')$p.value`,
  },
  {
    analysis: 'wilcoxon-signed-rank',
    about: 'zeros dropped, exact by enumeration',
    data: columns(['pre', 'post'], 2, 9),
    options: { zeros: 'drop' },
    figures: ['value.p'],
    r: `${complete}; stopifnot(length(d) > 1); d <- d[d != 0]; stopifnot(length(d) > 0); r <- rank(abs(d)); v <- sum(r[d > 0])
      s <- as.matrix(expand.grid(rep(list(0:1), length(d)))) %*% r
      min(1, 2 * min(mean(s <= v + 1e-9), mean(s >= v - 1e-9)))`,
  },
  {
    analysis: 'wilcoxon-signed-rank',
    about: 'normal with continuity, zeros dropped: R from 50 pairs on',
    data: columns(['pre', 'post'], 58, 70),
    options: { zeros: 'drop', computation: 'normal' },
    figures: ['value.v', 'value.p'],
    r: `${complete}; need(length(d) >= 50, any(d != 0)); r <- wilcox.test(d); c(r$statistic, r$p.value)`,
  },
  {
    analysis: 'sign-test',
    about: 'binomial',
    data: pair,
    figures: ['value.p'],
    r: `${complete}; binom.test(sum(d > 0), sum(d != 0))$p.value`,
  },
  {
    analysis: 'paired-effect',
    about: 'd_z with the noncentral-t interval',
    data: pair,
    figures: ['value.dZ', 'value.dZInterval.low', 'value.dZInterval.high'],
    r: `d <- post - pre; d <- d[!is.na(d)]; n <- length(d); stopifnot(n > 2, sd(d) > 1e-9); t <- mean(d) / sd(d) * sqrt(n)
      at <- function(p) uniroot(function(q) pt(t, n - 1, q) - p, c(t - 40, t + 40), tol = 1e-12)$root / sqrt(n)
      c(t / sqrt(n), at(.975), at(.025))`,
    rtol: 1e-6,
    atol: 1e-6,
  },
  {
    analysis: 'compare-means',
    about: 'Welch',
    data: twoGroups(),
    figures: ['value.t', 'value.p', 'interval.low', 'interval.high', 'value.df'],
    r: 'r <- t.test(x, y); c(r$statistic, r$p.value, r$conf.int, r$parameter)',
  },
  {
    analysis: 'compare-means',
    about: 'Student',
    data: twoGroups(),
    options: { variances: 'pooled' },
    figures: ['value.t', 'value.p'],
    r: 'stopifnot(sum(!is.na(x)) > 1, sum(!is.na(y)) > 1); r <- t.test(x, y, var.equal = TRUE); c(r$statistic, r$p.value)',
  },
  {
    analysis: 'mann-whitney',
    about: 'exact with ties, as R 4.6',
    data: twoGroups(),
    figures: ['value.u', 'value.p'],
    r: 'stopifnot(length(unique(na.omit(c(x, y)))) > 1); r <- wilcox.test(x, y); c(r$statistic, r$p.value)',
  },
  {
    analysis: 'mann-whitney',
    about: 'normal without continuity',
    data: twoGroups(),
    options: { computation: 'normal', continuity: false },
    figures: ['value.p'],
    r: 'wilcox.test(x, y, exact = FALSE, correct = FALSE)$p.value',
  },
  {
    analysis: 'one-way-anova',
    about: 'F and Welch',
    data: labelled(),
    figures: ['value.anova.f', 'value.anova.p', 'value.welch.f', 'value.welch.p'],
    r: `${grouped}; a <- anova(lm(value ~ group)); stopifnot(a$'Mean Sq'[2] > 1e-12)
      w <- if (min(tapply(value, group, var)) > 0) oneway.test(value ~ group) else list(statistic = NA, p.value = NA)
      c(a$'F value'[1], a$'Pr(>F)'[1], w$statistic, w$p.value)`,
  },
  {
    analysis: 'kruskal-wallis',
    about: 'H and p',
    data: labelled(),
    figures: ['value.h', 'value.p'],
    r: `${grouped}; r <- kruskal.test(value, group); c(r$statistic, r$p.value)`,
  },
  {
    analysis: 'levene',
    about: 'about medians',
    data: labelled(),
    figures: ['value.test.f', 'value.test.p'],
    r: `${grouped}; z <- abs(value - ave(value, group, FUN = median)); a <- anova(lm(z ~ group)); stopifnot(a$'Mean Sq'[2] > 1e-12); c(a$'F value'[1], a$'Pr(>F)'[1])`,
  },
  {
    analysis: 'bartlett',
    about: 'K squared',
    data: labelled(),
    figures: ['value.chiSquare', 'value.p'],
    r: `${grouped}; stopifnot(min(tapply(value, group, var)) > 0); r <- bartlett.test(value, group); c(r$statistic, r$p.value)`,
  },
  {
    analysis: 'pairwise',
    about: 'Tukey-Kramer of the first pair',
    data: labelled(),
    options: { procedure: 'tukey' },
    figures: ['value.pairs.0.difference', 'value.pairs.0.pAdjusted', 'value.pairs.0.interval.low'],
    r: `${grouped}; m <- lm(value ~ group); stopifnot(summary(m)$sigma > 1e-9); TukeyHSD(aov(m))$group[1, c(1, 4, 2)]`,
    // ptukey and qtukey of R carry about four digits for very few degrees of freedom.
    rtol: 1e-3,
    atol: 1e-6,
  },
  {
    analysis: 'pairwise',
    about: 'Welch, Holm',
    data: labelled('group', 8, 18),
    options: { procedure: 'welch' },
    figures: ['value.pairs.0.pAdjusted'],
    r: `${grouped}; stopifnot(sum(tapply(value, group, var) == 0) < 2); pairwise.t.test(value, group, pool.sd = FALSE)$p.value[1, 1]`,
  },
  {
    analysis: 'clustering',
    about: 'ICC(1) from aov',
    data: labelled('cluster'),
    figures: ['value.f', 'value.icc'],
    r: `k <- !is.na(value); value <- value[k]; cluster <- factor(cluster[k]); n <- table(cluster); a <- anova(lm(value ~ cluster))$'Mean Sq'; stopifnot(a[2] > 1e-12)
      n0 <- (sum(n) - sum(n^2) / sum(n)) / (length(n) - 1); c(a[1] / a[2], (a[1] - a[2]) / (a[1] + (n0 - 1) * a[2]))`,
  },
  {
    analysis: 'friedman',
    about: 'chi-square',
    data: waves,
    options: { computation: 'chi-square' },
    figures: ['value.chiSquare', 'value.p'],
    r: 'm <- as.matrix(na.omit(waves)); stopifnot(nrow(m) > 1); r <- friedman.test(m); c(r$statistic, r$p.value)',
  },
  {
    analysis: 'repeated-anova',
    about: 'F with Greenhouse-Geisser and Mauchly',
    data: inside('waves', columns(['a', 'b', 'c'], 6, 11)),
    figures: [
      'value.f',
      'value.p',
      'value.greenhouseGeisser.p',
      'value.sphericity.mauchly.w',
      'value.sphericity.mauchly.p',
    ],
    r: `m <- as.matrix(na.omit(waves)); need(nrow(m) > 3, min(eigen(var(m %*% contr.helmert(3)))$values) > 1e-9)
      f <- lm(m ~ 1); a <- anova(f, X = ~1, test = 'Spherical'); w <- mauchly.test(f, X = ~1)
      c(a$F[1], a$'Pr(>F)'[1], a$'G-G Pr'[1], w$statistic, w$p.value)`,
  },
  {
    analysis: 'mixed-anova',
    about: 'interaction and waves, type III',
    data: columns(['a', 'b', 'c'], 10, 12).map((given) => {
      const rows = Object.values(given).find((column) => Array.isArray(column))
      const length = Array.isArray(rows) ? rows.length : 0
      const group = Array.from({ length }, (_, i) => (i % 5 < 2 ? 'x' : 'y'))
      return { waves: given, group }
    }),
    figures: [
      'value.interaction.f',
      'value.interaction.p',
      'value.wave.f',
      'value.wave.p',
      'value.interaction.pGreenhouseGeisser',
    ],
    r: `k <- complete.cases(waves); m <- as.matrix(waves[k, ]); s <- ifelse(group[k] == 'x', 1, -1); need(min(table(s)) > 1, length(unique(s)) > 1)
      full <- lm(m ~ s); need(min(eigen(var(residuals(full) %*% contr.helmert(3)))$values) > 1e-9)
      i <- anova(full, lm(m ~ 1), X = ~1, test = 'Spherical'); w <- anova(full, lm(m ~ 0 + s), X = ~1, test = 'Spherical')
      c(i$F[2], i$'Pr(>F)'[2], w$F[2], w$'Pr(>F)'[2], i$'G-G Pr'[2])`,
  },
]
