import fc from 'fast-check'
import { columns, counts, inside, type Comparison } from './comparison.ts'

const xy = columns(['x', 'y'], 3, 12)
const items = inside('items', columns(['a', 'b', 'c', 'd'], 8, 14))
const both = 'k <- complete.cases(x, y); x <- x[k]; y <- y[k]; stopifnot(sd(x) > 0, sd(y) > 0)'
const share = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => ({ successes: a, n: a + b }))

/** Description, association, categories, scales, planning: R's own functions or the formula in R. */
export const variableComparisons: readonly Comparison[] = [
  ...(['7', '6', '2'] as const).map((type) => ({
    analysis: 'describe',
    about: `with quartiles of type ${type}`,
    data: columns(['values'], 1, 12),
    options: { quartiles: type },
    figures: [
      'value.mean',
      'value.median',
      'value.lowerQuartile',
      'value.upperQuartile',
      'value.sd',
    ],
    r: `v <- na.omit(values); c(mean(v), median(v), quantile(v, c(.25, .75), type = ${type}), sd(v))`,
  })),
  {
    analysis: 'pearson',
    about: 'r, p and interval',
    data: xy,
    figures: ['value.r', 'value.p', 'interval.low', 'interval.high'],
    r: `${both}; r <- cor.test(x, y); i <- if (length(x) > 3 && abs(r$estimate) < 1 - 1e-12) r$conf.int else c(NA, NA); c(r$estimate, r$p.value, i)`,
  },
  {
    analysis: 'spearman',
    about: 't approximation',
    data: xy,
    options: { computation: 't' },
    figures: ['value.rho', 'value.p'],
    r: `${both}; r <- cor(rank(x), rank(y)); n <- length(x); stopifnot(n > 2); c(r, if (abs(r) > 1 - 1e-12) 0 else 2 * pt(-abs(r) * sqrt((n - 2) / (1 - r^2)), n - 2))`,
  },
  {
    analysis: 'spearman',
    about: 'without ties: exact to 9 pairs, series beyond',
    data: fc.integer({ min: 4, max: 14 }).chain((n) => {
      const order = fc.shuffledSubarray(
        Array.from({ length: n }, (_, i) => i + 1),
        { minLength: n, maxLength: n },
      )
      return fc.record({ x: order, y: order })
    }),
    figures: ['value.p'],
    // Where R's series falls to zero the library gives the t approximation instead.
    r: "p <- cor.test(x, y, method = 'spearman')$p.value; r <- cor(x, y); n <- length(x); if (p == 0) 2 * pt(-abs(r) * sqrt((n - 2) / (1 - r^2)), n - 2) else p",
  },
  {
    analysis: 'kendall',
    about: 'tau-b and p, normal where there are ties',
    data: xy,
    options: { computation: 'normal' },
    figures: ['value.tauB', 'value.p'],
    r: `${both}; stopifnot(length(x) > 2); r <- cor.test(x, y, method = 'kendall'); c(r$estimate, r$p.value)`,
  },
  {
    analysis: 'kendall',
    about: 'exact with ties, every order counted',
    data: columns(['x', 'y'], 3, 6),
    figures: ['value.p'],
    r: `${both}; n <- length(x); stopifnot(n > 2, sd(x) > 0, sd(y) > 0); s <- function(b) sum(sign(outer(x, x, '-')) * sign(outer(b, b, '-'))) / 2
      g <- as.matrix(expand.grid(rep(list(seq_len(n)), n))); g <- g[apply(g, 1, anyDuplicated) == 0, , drop = FALSE]
      all <- apply(g, 1, function(o) s(y[o])); now <- s(y); min(1, 2 * min(mean(all <= now), mean(all >= now)))`,
  },
  {
    analysis: 'partial',
    about: 'from residuals of lm',
    data: columns(['x', 'y', 'z'], 7, 14).map(({ x, y, z }) => ({ x, y, controls: { z } })),
    figures: ['value.r', 'value.p'],
    r: `k <- complete.cases(x, y, controls$z); x <- x[k]; y <- y[k]; z <- controls$z[k]; n <- sum(k); stopifnot(n > 3, sd(z) > 0, sd(x) > 0, sd(y) > 0)
      a <- resid(lm(x ~ z)); b <- resid(lm(y ~ z)); need(sd(a) > 1e-9, sd(b) > 1e-9); r <- cor(a, b)
      c(r, if (abs(r) > 1 - 1e-12) 0 else 2 * pt(-abs(r) * sqrt((n - 3) / (1 - r^2)), n - 3))`,
  },
  {
    analysis: 'regression',
    about: 'lm with two predictors',
    data: columns(['y', 'a', 'b'], 7, 14).map(({ y, a, b }) => ({ y, predictors: { a, b } })),
    figures: [
      'value.coefficients.1.b',
      'value.coefficients.1.p',
      'value.coefficients.2.standardError',
      'value.rSquared',
      'value.coefficients.0.b',
    ],
    r: `d <- na.omit(data.frame(y, predictors)); stopifnot(nrow(d) > 3, sd(d$a) > 0, sd(d$b) > 0, sd(d$y) > 0, abs(cor(d$a, d$b)) < 1 - 1e-9)
      m <- lm(y ~ a + b, d); s <- summary(m); stopifnot(s$sigma > 1e-9); c(coef(m)[2], coef(s)[2, 4], coef(s)[3, 2], s$r.squared, coef(m)[1])`,
  },
  {
    analysis: 'ancova',
    about: 'group and slopes F from lm',
    data: columns(['post', 'pre'], 10, 16).map((given) => {
      const { post } = given
      const length = Array.isArray(post) ? post.length : 0
      return { ...given, group: Array.from({ length }, (_, i) => (i % 2 === 0 ? 't' : 'c')) }
    }),
    figures: [
      'value.group.f',
      'value.group.p',
      'value.slopes.f',
      'value.contrasts.0.standardError',
    ],
    r: `d <- na.omit(data.frame(post, pre, group)); need(length(unique(d$group)) == 2, min(table(d$group)) > 3, min(tapply(d$pre, d$group, sd)) > 0)
      m <- lm(post ~ pre + group, d); need(summary(m)$sigma > 1e-9); a <- anova(lm(post ~ pre, d), m); s <- anova(m, lm(post ~ pre * group, d))
      c(a$F[2], a$'Pr(>F)'[2], s$F[2], coef(summary(m))[3, 2])`,
  },
  {
    analysis: 'chi-square',
    about: 'without continuity correction',
    data: counts(),
    figures: ['value.chiSquare', 'value.p', 'value.df'],
    r: 't <- counts[rowSums(counts) > 0, colSums(counts) > 0, drop = FALSE]; stopifnot(min(dim(t)) > 1); r <- chisq.test(t, correct = FALSE); c(r$statistic, r$p.value, r$parameter)',
  },
  {
    analysis: 'fisher',
    about: 'r x c',
    data: counts(5),
    figures: ['value.p'],
    r: 't <- counts[rowSums(counts) > 0, colSums(counts) > 0, drop = FALSE]; stopifnot(min(dim(t)) > 1); fisher.test(t)$p.value',
    rtol: 1e-7,
  },
  {
    analysis: 'proportion',
    about: 'Wilson and Clopper-Pearson',
    data: share,
    figures: [
      'value.share',
      'interval.low',
      'interval.high',
      'value.clopperPearson.low',
      'value.clopperPearson.high',
    ],
    r: 'stopifnot(n > 0); c(successes / n, prop.test(successes, n, correct = FALSE)$conf.int, binom.test(successes, n)$conf.int)',
  },
  {
    analysis: 'mcnemar',
    about: 'exact and chi-square',
    data: fc.record({ bothYes: fc.nat(9), lost: fc.nat(9), gained: fc.nat(9), bothNo: fc.nat(9) }),
    figures: ['value.p', 'value.chiSquare.chiSquare', 'value.chiSquareCorrected.p'],
    r: 'stopifnot(lost + gained > 0); m <- matrix(c(bothYes, gained, lost, bothNo), 2); c(binom.test(lost, lost + gained)$p.value, mcnemar.test(m, correct = FALSE)$statistic, mcnemar.test(m)$p.value)',
  },
  ...(['holm', 'bh', 'bonferroni'] as const).map((method) => ({
    analysis: 'adjust-p',
    about: method,
    data: fc.record({
      p: fc.array(
        fc.nat(40).map((v) => (v === 40 ? null : v / 40)),
        { minLength: 3, maxLength: 6 },
      ),
    }),
    options: { method },
    figures: ['value.adjusted.0', 'value.adjusted.1', 'value.adjusted.2'],
    r: `r <- p.adjust(p, '${method === 'bh' ? 'BH' : method}'); if (all(is.na(p))) NA else r[1:3]`,
  })),
  {
    analysis: 'alpha',
    about: 'raw and standardised',
    data: items,
    figures: ['value.alpha', 'value.standardisedAlpha', 'interval.low'],
    r: `m <- items[, sapply(items, function(v) length(unique(v[!is.na(v)])) > 1), drop = FALSE]; m <- na.omit(m); m <- m[, sapply(m, sd) > 0, drop = FALSE]; n <- nrow(m); k <- ncol(m)
      stopifnot(n > 2, k > 1, var(rowSums(m)) > 1e-9); v <- var(m); a <- k / (k - 1) * (1 - sum(diag(v)) / sum(v)); r <- mean(cor(m)[lower.tri(v)])
      c(a, k * r / (1 + (k - 1) * r), 1 - (1 - a) * qf(.975, n - 1, (n - 1) * (k - 1)))`,
  },
  {
    analysis: 'factorability',
    about: 'KMO, Bartlett and eigenvalues',
    data: items,
    figures: [
      'value.kmo',
      'value.bartlett.chiSquare',
      'value.eigenvalues.0',
      'value.eigenvalues.3',
    ],
    r: `m <- na.omit(items); need(nrow(m) > 6, sapply(m, sd) > 0); r <- cor(m); e <- eigen(r)$values; need(min(e) > 1e-6)
      i <- solve(r); q <- -cov2cor(i); diag(q) <- 0; z <- r; diag(z) <- 0
      c(sum(z^2) / (sum(z^2) + sum(q^2)), -(nrow(m) - 1 - 13 / 6) * log(det(r)), e[1], e[4])`,
  },
  {
    analysis: 'icc',
    about: 'mean squares of aov',
    data: inside('ratings', columns(['a', 'b', 'c'], 6, 10)),
    figures: [
      'value.consistency',
      'value.agreement',
      'value.forms.0.value',
      'value.forms.2.interval.low',
    ],
    r: `m <- as.matrix(na.omit(ratings)); n <- nrow(m); k <- 3; stopifnot(n > 2); v <- c(m); a <- anova(lm(v ~ factor(row(m)) + factor(col(m))))$'Mean Sq'; stopifnot(a[3] > 1e-9, a[1] > 1e-9)
      w <- anova(lm(v ~ factor(row(m))))$'Mean Sq'[2]; f <- a[1] / a[3] / qf(.975, n - 1, (n - 1) * 2)
      c((a[1] - a[3]) / (a[1] + 2 * a[3]), (a[1] - a[3]) / (a[1] + 2 * a[3] + 3 * (a[2] - a[3]) / n), (a[1] - w) / (a[1] + 2 * w), (f - 1) / (f + 2))`,
  },
  {
    analysis: 'shapiro-wilk',
    about: 'W and p',
    data: columns(['values'], 3, 14),
    figures: ['value.w', 'value.p'],
    r: 'r <- shapiro.test(values); c(r$statistic, r$p.value)',
    rtol: 1e-6,
    atol: 1e-8,
  },
  {
    analysis: 'power',
    about: 'paired, both tails',
    data: fc.record({
      n: fc.integer({ min: 3, max: 40 }),
      effect: fc.integer({ min: 1, max: 15 }).map((v) => v / 10),
    }),
    figures: ['value.power'],
    r: "power.t.test(n = n, delta = effect, type = 'paired', strict = TRUE)$power",
    rtol: 1e-7,
  },
  {
    analysis: 'nap',
    about: 'from the rank sum',
    data: fc.record({
      a: fc.array(fc.nat(6), { minLength: 3, maxLength: 8 }),
      b: fc.array(fc.nat(9), { minLength: 2, maxLength: 8 }),
    }),
    figures: ['value.nap', 'value.pnd'],
    r: 'c(wilcox.test(b, a)$statistic / (length(a) * length(b)), mean(b > max(a)))',
  },
]
