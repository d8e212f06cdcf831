import fc from 'fast-check'
import { columns, inside, labelled, twoGroups, type Comparison } from './comparison.ts'

const series = fc.record({
  a: fc.array(fc.nat(9), { minLength: 5, maxLength: 9 }),
  b: fc.array(fc.nat(12), { minLength: 3, maxLength: 9 }),
})
const trials = fc.integer({ min: 2, max: 8 }).chain((k) => {
  const size = { minLength: k, maxLength: k }
  return fc.record({
    effects: fc.array(
      fc.integer({ min: -20, max: 40 }).map((v) => v / 20),
      size,
    ),
    standardErrors: fc.array(
      fc.integer({ min: 1, max: 12 }).map((v) => v / 20),
      size,
    ),
  })
})
const pairs = columns(['predictorFirst', 'predictorSecond', 'outcomeFirst', 'outcomeSecond'], 9, 16)

/** Intervals, single case, pairs of people, clusters, factors, synthesis: the formula written in R. */
export const designComparisons: readonly Comparison[] = [
  {
    analysis: 'wilcoxon-signed-rank',
    about: 'Hodges-Lehmann estimate',
    data: columns(['pre', 'post']),
    figures: ['value.hodgesLehmann'],
    r: 'd <- round(post - pre, 9); d <- d[!is.na(d)]; stopifnot(length(d) > 1, any(d != 0)); w <- outer(d, d, "+") / 2; median(w[lower.tri(w, TRUE)])',
  },
  {
    analysis: 'mann-whitney',
    about: 'shift and its interval where no values are tied',
    data: twoGroups(),
    figures: ['value.hodgesLehmann', 'interval.low', 'interval.high'],
    r: `x <- na.omit(x); y <- na.omit(y); need(anyDuplicated(c(x, y)) == 0, length(x) > 3, length(y) > 3, anyDuplicated(round(outer(x, y, "-"), 9)) == 0)
      r <- wilcox.test(x, y, conf.int = TRUE); c(median(outer(x, y, "-")), r$conf.int)`,
  },
  {
    analysis: 'two-phases',
    about: 'autocorrelation, trend, band and dual criterion',
    data: series,
    figures: [
      'value.autocorrelationAll',
      'value.trendA.leastSquares.slope',
      'value.trendA.theilSen.slope',
      'value.dualCriterion.beyond',
      'value.band.beyond',
      'value.quartileBand.high',
    ],
    r: `y <- c(a, b); m <- length(a); t <- seq_along(y); need(sd(a) > 0); l <- coef(lm(a ~ t[1:m])); g <- combn(m, 2, function(i) diff(a[i]) / diff(i)); u <- .25 * sd(a)
      c(acf(y, plot = FALSE)$acf[2], l[2], median(g), sum(b > l[1] + l[2] * t[-(1:m)] + u + 1e-12 & b > mean(a) + u + 1e-12), sum(b > mean(a) + 2 * sd(a)), quantile(a, .75))`,
  },
  {
    analysis: 'tau-u',
    about: 'by pairs',
    data: series,
    figures: ['value.tauU', 'value.tau', 'value.variants.full'],
    r: `s <- function(v) sum(sign(combn(v, 2, diff))); ab <- sum(sign(outer(b, a, "-"))); m <- length(a) * length(b)
      full <- cor(c(rev(seq_along(a)), length(a) + seq_along(b)), c(a, b), method = "kendall"); c((ab - s(a)) / m, ab / m, full)`,
  },
  {
    analysis: 'bland-altman',
    about: 'bias, limits and concordance',
    data: columns(['x', 'y'], 4, 11),
    figures: [
      'value.bias',
      'value.limits.low',
      'value.concordance',
      'value.proportionalBias.slope',
    ],
    r: `k <- complete.cases(x, y); x <- x[k]; y <- y[k]; stopifnot(length(x) > 2, sd(x) > 0, sd(y) > 0); d <- y - x; need(sd(d) > 1e-9, sd(x + y) > 1e-9, abs(cor(d, x + y)) < 1 - 1e-9)
      c(mean(d), mean(d) - 1.96 * sd(d), 2 * cov(x, y) / (var(x) + var(y) + mean(d)^2), coef(lm(d ~ I((x + y) / 2)))[2])`,
  },
  {
    analysis: 'dyad-agreement',
    about: 'double entry and correlation',
    data: columns(['first', 'second'], 4, 11),
    figures: ['value.doubleEntry', 'value.correlation.r', 'value.correlation.p'],
    r: 'k <- complete.cases(first, second); x <- first[k]; y <- second[k]; stopifnot(length(x) > 2, sd(x) > 0, sd(y) > 0); r <- cor.test(x, y); c(cor(c(x, y), c(y, x)), r$estimate, r$p.value)',
  },
  {
    analysis: 'actor-partner',
    about: 'two fits of lm',
    data: pairs,
    options: { least: 5 },
    figures: [
      'value.first.actor.b',
      'value.first.partner.p',
      'value.second.partner.b',
      'value.residualCorrelation',
    ],
    r: `d <- na.omit(data.frame(a = predictorFirst, b = predictorSecond, y = outcomeFirst, z = outcomeSecond)); stopifnot(nrow(d) > 4, sapply(d, sd) > 0); need(abs(cor(d$a, d$b)) < 1 - 1e-9)
      f <- lm(y ~ a + b, d); g <- lm(z ~ b + a, d); need(summary(f)$sigma > 1e-9, summary(g)$sigma > 1e-9); c(coef(f)[2], coef(summary(f))[3, 4], coef(g)[3], cor(resid(f), resid(g)))`,
  },
  {
    analysis: 'hierarchical-regression',
    about: 'change of F from anova',
    data: columns(['y', 'a', 'b'], 8, 15).map(({ y, a, b }) => ({
      y,
      block1: { a },
      block2: { b },
    })),
    figures: ['value.steps.1.change.f', 'value.steps.1.change.p', 'value.steps.1.durbinWatson'],
    r: `d <- na.omit(data.frame(y, block1, block2)); need(nrow(d) > 4, sapply(d, sd) > 0, abs(cor(d$a, d$b)) < 1 - 1e-9); g <- lm(y ~ a + b, d); need(summary(g)$sigma > 1e-9, summary(lm(y ~ a, d))$sigma > 1e-9)
      r <- anova(lm(y ~ a, d), g); e <- resid(g); c(r$F[2], r$'Pr(>F)'[2], sum(diff(e)^2) / sum(e^2))`,
    atol: 1e-8,
  },
  {
    analysis: 'cluster-regression',
    about: 'a mean, sandwich by hand',
    data: labelled('cluster', 8, 16).map(({ value, cluster }) => ({ y: value, cluster })),
    figures: [
      'value.coefficients.0.b',
      'value.coefficients.0.standardError',
      'value.coefficients.0.p',
    ],
    r: `k <- !is.na(y); y <- y[k]; g <- cluster[k]; n <- length(y); G <- length(unique(g)); need(G > 1, n > 1, sd(y) > 0); e <- y - mean(y); s <- sqrt(sum(tapply(e, g, sum)^2) * G / (G - 1)) / n; need(s > 1e-9)
      c(mean(y), s, 2 * pt(-abs(mean(y) / s), G - 1))`,
  },
  {
    analysis: 'factors',
    about: 'components turned by varimax',
    data: inside('items', columns(['a', 'b', 'c', 'd', 'e'], 12, 18)),
    options: { factors: 2, rotation: 'varimax-exact' },
    figures: [
      'value.items.0.communality',
      'value.items.4.communality',
      'value.sumOfSquares.0',
      'value.eigenvalues.1',
    ],
    r: `m <- na.omit(items); need(nrow(m) > 6, sapply(m, sd) > 0); e <- eigen(cor(m)); need(e$values[5] > 1e-6, -diff(e$values)[1:2] > 1e-3); l <- e$vectors[, 1:2] %*% diag(sqrt(e$values[1:2]))
      v <- varimax(l, eps = 1e-15)$loadings; c(rowSums(l^2)[c(1, 5)], max(colSums(v^2)), e$values[2])`,
    // R stops turning before the maximum is reached to more digits.
    rtol: 1e-3,
  },
  {
    analysis: 'synthesis',
    about: 'DerSimonian-Laird',
    data: trials,
    figures: [
      'value.random.effect',
      'value.tauSquared',
      'value.q',
      'interval.low',
      'value.pHeterogeneity',
    ],
    r: `v <- standardErrors^2; w <- 1 / v; k <- length(v); mu <- sum(w * effects) / sum(w); q <- sum(w * (effects - mu)^2); t <- max(0, (q - k + 1) / (sum(w) - sum(w^2) / sum(w))); u <- 1 / (v + t); e <- sum(u * effects) / sum(u)
      c(e, t, q, e - qnorm(.975) / sqrt(sum(u)), pchisq(q, k - 1, lower.tail = FALSE))`,
  },
  {
    analysis: 'goal-attainment',
    about: 'T of Kiresuk and Sherman',
    data: fc.record({
      levels: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 6 }),
    }),
    figures: ['value.t'],
    r: 'n <- length(levels); 50 + 10 * sum(levels) / sqrt(.7 * n + .3 * n^2)',
  },
]
