# Computes r-figures.json with R and its packages. Run: Rscript r-figures.R > r-figures.json
suppressMessages({
  library(jsonlite); library(psych); library(coin); library(car); library(metafor); library(sandwich)
})
options(digits = 17)
cases <- list()
add <- function(analysis, about, data, figures, options = NULL, rtol = NULL, atol = NULL) {
  entry <- list(analysis = unbox(analysis), about = unbox(about), data = data)
  if (!is.null(options)) entry$options <- lapply(options, unbox)
  if (!is.null(rtol)) entry$rtol <- unbox(rtol)
  if (!is.null(atol)) entry$atol <- unbox(atol)
  entry$figures <- lapply(figures, function(v) unname(as.numeric(v)))
  cases[[length(cases) + 1]] <<- entry
}
num <- function(x) unbox(x)

# Correlations
aq <- na.omit(airquality[1:60, ])
air <- as.list(airquality[1:60, c("Ozone", "Solar.R", "Wind", "Temp")])
partial <- function(x, y, z) { n <- length(x); r <- cor(resid(lm(x ~ ., z)), resid(lm(y ~ ., z)))
  df <- n - 2 - ncol(z); t <- r * sqrt(df / (1 - r^2)); list(r = r, t = t, df = df, p = 2 * pt(-abs(t), df),
  ci = tanh(atanh(r) + c(-1, 1) * qnorm(.975) / sqrt(n - ncol(z) - 3))) }
pc <- partial(aq$Ozone, aq$Temp, aq[c("Wind", "Solar.R")])
add("partial", "ozone and temperature given wind and sun, missing rows",
  list(x = air$Ozone, y = air$Temp, controls = list(wind = air$Wind, sun = air$Solar.R)),
  list(value.r = pc$r, value.t = pc$t, value.df = pc$df, value.p = pc$p, interval.low = pc$ci[1], interval.high = pc$ci[2],
    n = nrow(aq), value.zeroOrder = cor(aq$Ozone, aq$Temp), value.partOfY = cor(aq$Ozone, resid(lm(Temp ~ Wind + Solar.R, aq)))))
rk <- as.data.frame(lapply(aq[c("Ozone", "Temp", "Wind")], rank))
ps <- partial(rk$Ozone, rk$Temp, rk["Wind"])
add("partial", "on ranks", list(x = aq$Ozone, y = aq$Temp, controls = list(wind = aq$Wind)),
  list(value.r = ps$r, value.p = ps$p), options = list(ranks = TRUE))
x12 <- c(5, 3, 9, 12, 1, 2, 7, 11, 4, 10, 6, 8); y12 <- c(4, 1, 7, 9, 3, 2, 12, 10, 5, 8, 11, 6)
for (side in c("two.sided", "greater", "less")) {
  s <- cor.test(x12, y12, method = "spearman", alternative = side)
  k <- cor.test(x12, y12, method = "kendall", alternative = side)
  add("spearman", paste("12 pairs, no ties,", side), list(x = x12, y = y12), list(value.rho = s$estimate, value.p = s$p.value, value.s = s$statistic),
    options = list(alternative = sub(".s", "-s", side, fixed = TRUE)))
  add("kendall", paste("12 pairs, exact,", side), list(x = x12, y = y12), list(value.tauB = k$estimate, value.p = k$p.value),
    options = list(alternative = sub(".s", "-s", side, fixed = TRUE)))
}
st <- suppressWarnings(cor.test(air$Temp, air$Ozone, method = "spearman"))
add("spearman", "ties and missing, t approximation", list(x = air$Temp, y = air$Ozone), list(value.rho = st$estimate, value.p = st$p.value))
kt <- suppressWarnings(cor.test(air$Temp, air$Ozone, method = "kendall"))
add("kendall", "ties and missing, normal", list(x = air$Temp, y = air$Ozone), list(value.tauB = kt$estimate, value.p = kt$p.value, value.z = kt$statistic))
pr <- cor.test(air$Temp, air$Ozone, conf.level = .9)
add("pearson", "missing, 90 %", list(x = air$Temp, y = air$Ozone),
  list(value.r = pr$estimate, value.t = pr$statistic, value.p = pr$p.value, interval.low = pr$conf.int[1], interval.high = pr$conf.int[2]), options = list(level = .9))

# Regression
m <- lm(mpg ~ wt + hp + qsec, mtcars); ci <- confint(m); sm <- summary(m); sc <- coef(summary(lm(scale(mpg) ~ scale(wt) + scale(hp) + scale(qsec), mtcars)))
add("regression", "mtcars", list(y = mtcars$mpg, predictors = list(wt = mtcars$wt, hp = mtcars$hp, qsec = mtcars$qsec)),
  c(setNames(as.list(coef(m)), paste0("value.coefficients.", 0:3, ".b")), setNames(as.list(coef(sm)[, 2]), paste0("value.coefficients.", 0:3, ".standardError")),
    setNames(as.list(coef(sm)[, 4]), paste0("value.coefficients.", 0:3, ".p")), setNames(as.list(ci[, 1]), paste0("value.coefficients.", 0:3, ".interval.low")),
    setNames(as.list(sc[2:4, 1]), paste0("value.coefficients.", 1:3, ".beta")), setNames(as.list(car::vif(m)), paste0("value.coefficients.", 1:3, ".vif")),
    list(value.rSquared = sm$r.squared, value.adjustedRSquared = sm$adj.r.squared, value.test.f = sm$fstatistic[1], value.durbinWatson = durbinWatsonTest(m, simulate = FALSE)$dw,
      value.residualSd = sm$sigma)))
ln <- lm(Employed ~ ., longley)
add("regression", "Longley (NIST): near collinearity", list(y = longley$Employed, predictors = as.list(longley[1:6])),
  setNames(as.list(coef(ln)), paste0("value.coefficients.", 0:6, ".b")), rtol = 1e-8)
m1 <- lm(mpg ~ wt, mtcars); m2 <- lm(mpg ~ wt + hp + qsec, mtcars); m3 <- update(m2, . ~ . + am); an <- anova(m1, m2, m3)
add("hierarchical-regression", "mtcars in three blocks", list(y = mtcars$mpg, block1 = list(wt = mtcars$wt), block2 = list(hp = mtcars$hp, qsec = mtcars$qsec), block3 = list(am = mtcars$am)),
  list(value.steps.0.rSquared = summary(m1)$r.squared, value.steps.1.rSquaredChange = summary(m2)$r.squared - summary(m1)$r.squared,
    value.steps.1.change.f = anova(m1, m2)$F[2], value.steps.1.change.p = anova(m1, m2)$`Pr(>F)`[2], value.steps.2.change.f = anova(m2, m3)$F[2], value.steps.2.change.p = anova(m2, m3)$`Pr(>F)`[2]))
cw <- ChickWeight[ChickWeight$Time == 10, ]; cl <- lm(weight ~ Time, ChickWeight); v1 <- vcovCL(cl, ~Chick); v0 <- vcovCL(cl, ~Chick, type = "HC0", cadjust = FALSE)
G <- length(unique(ChickWeight$Chick)); tt <- coef(cl) / sqrt(diag(v1))
add("cluster-regression", "chicks weighed again and again", list(y = ChickWeight$weight, predictors = list(time = ChickWeight$Time), cluster = as.character(ChickWeight$Chick)),
  list(value.coefficients.0.standardError = sqrt(v1[1, 1]), value.coefficients.1.standardError = sqrt(v1[2, 2]), value.coefficients.1.p = 2 * pt(-abs(tt[2]), G - 1),
    value.coefficients.1.plainStandardError = sqrt(vcov(cl)[2, 2]), value.clusters = G))
add("cluster-regression", "without the small-sample factor", list(y = ChickWeight$weight, predictors = list(time = ChickWeight$Time), cluster = as.character(ChickWeight$Chick)),
  list(value.coefficients.1.standardError = sqrt(v0[2, 2])), options = list(correction = "cr0"))
cm <- lm(weight ~ 1, ChickWeight); add("cluster-regression", "a mean", list(y = ChickWeight$weight, cluster = as.character(ChickWeight$Chick)),
  list(value.coefficients.0.b = coef(cm), value.coefficients.0.standardError = sqrt(vcovCL(cm, ~Chick)[1, 1])))

# Groups
ins <- list(value = InsectSprays$count, group = as.character(InsectSprays$spray))
tk <- TukeyHSD(aov(count ~ spray, InsectSprays))$spray
rows <- seq_len(nrow(tk)) - 1
add("pairwise", "Tukey-Kramer, InsectSprays", ins, c(setNames(as.list(tk[, 1]), paste0("value.pairs.", rows, ".difference")), setNames(as.list(tk[, 4]), paste0("value.pairs.", rows, ".pAdjusted")),
  setNames(as.list(tk[, 2]), paste0("value.pairs.", rows, ".interval.low"))), options = list(procedure = "tukey"), rtol = 1e-5, atol = 1e-10) # ptukey itself is only that exact
pl <- t(outer(1, 1)); ppt <- pairwise.t.test(InsectSprays$count, InsectSprays$spray, p.adjust.method = "holm", pool.sd = TRUE)$p.value
add("pairwise", "pooled t, Holm", ins, list(value.pairs.0.pAdjusted = ppt["B", "A"], value.pairs.14.pAdjusted = ppt["F", "E"], value.pairs.6.pAdjusted = ppt["D", "B"]), options = list(procedure = "pooled"))
lsd <- pairwise.t.test(InsectSprays$count, InsectSprays$spray, p.adjust.method = "none", pool.sd = TRUE)$p.value
add("pairwise", "Fisher's LSD", ins, list(value.pairs.0.pAdjusted = lsd["B", "A"], value.pairs.5.pAdjusted = lsd["C", "B"]), options = list(procedure = "pooled", adjust = "none"))
pw <- pairwise.t.test(InsectSprays$count, InsectSprays$spray, p.adjust.method = "BH", pool.sd = FALSE)$p.value
add("pairwise", "Welch t, Benjamini-Hochberg", ins, list(value.pairs.0.pAdjusted = pw["B", "A"], value.pairs.4.pAdjusted = pw["F", "A"]), options = list(procedure = "welch", adjust = "bh"))
gh <- function(a, b, k) { va <- var(a) / length(a); vb <- var(b) / length(b); se <- sqrt(va + vb); df <- (va + vb)^2 / (va^2 / (length(a) - 1) + vb^2 / (length(b) - 1)); t <- (mean(b) - mean(a)) / se
  c(t, df, ptukey(abs(t) * sqrt(2), k, df, lower.tail = FALSE), mean(b) - mean(a) - qtukey(.95, k, df) / sqrt(2) * se) }
sp <- split(InsectSprays$count, InsectSprays$spray); g1 <- gh(sp$A, sp$C, 6); g2 <- gh(sp$D, sp$E, 6)
add("pairwise", "Games-Howell by ptukey", ins, list(value.pairs.1.statistic = g1[1], value.pairs.1.df = g1[2], value.pairs.1.pAdjusted = g1[3], value.pairs.1.interval.low = g1[4], value.pairs.12.pAdjusted = g2[3]), rtol = 1e-5)
r <- rank(InsectSprays$count); n <- length(r); ties <- table(r); s2 <- n * (n + 1) / 12 - sum(ties^3 - ties) / (12 * (n - 1)); mr <- tapply(r, InsectSprays$spray, mean)
dz <- function(i, j) (mr[j] - mr[i]) / sqrt(s2 * (1 / 12 + 1 / 12)); allz <- combn(6, 2, function(v) dz(v[1], v[2])); dp <- 2 * pnorm(-abs(allz))
add("pairwise", "Dunn, Holm, by its formula", ins, c(setNames(as.list(allz), paste0("value.pairs.", 0:14, ".statistic")), setNames(as.list(p.adjust(dp, "holm")), paste0("value.pairs.", 0:14, ".pAdjusted"))), options = list(procedure = "dunn"))
bt <- bartlett.test(count ~ spray, InsectSprays); add("bartlett", "InsectSprays", ins, list(value.chiSquare = bt$statistic, value.df = bt$parameter, value.p = bt$p.value))
kw <- kruskal.test(count ~ spray, InsectSprays); add("kruskal-wallis", "InsectSprays", ins, list(value.h = kw$statistic, value.p = kw$p.value))
ow <- oneway.test(count ~ spray, InsectSprays); oa <- anova(lm(count ~ spray, InsectSprays))
add("one-way-anova", "InsectSprays", ins, list(value.anova.f = oa$F[1], value.anova.p = oa$`Pr(>F)`[1], value.welch.f = ow$statistic, value.welch.df2 = ow$parameter[2], value.welch.p = ow$p.value, value.etaSquared = oa$`Sum Sq`[1] / sum(oa$`Sum Sq`)))
for (centre in c("median", "mean")) { lv <- leveneTest(count ~ spray, InsectSprays, center = centre); add("levene", paste("InsectSprays", centre), ins, list(value.test.f = lv$`F value`[1], value.test.p = lv$`Pr(>F)`[1]), options = list(centre = centre)) }
nl <- MASS::nlschools; nl <- nl[nl$class %in% unique(nl$class)[1:25], ]; a <- anova(lm(lang ~ class, nl)); msb <- a$`Mean Sq`[1]; msw <- a$`Mean Sq`[2]; ni <- table(droplevels(nl$class)); N <- sum(ni); k <- length(ni); n0 <- (N - sum(ni^2) / N) / (k - 1)
icc1 <- (msb - msw) / (msb + (n0 - 1) * msw)
add("clustering", "25 classes of nlschools", list(value = nl$lang, cluster = as.character(nl$class)), list(value.icc = icc1, value.n0 = n0, value.f = msb / msw, value.p = a$`Pr(>F)`[1], value.designEffect = 1 + (N / k - 1) * icc1))
v <- c(8, 5, 9, 7, 6, 10, 8, NA, 5); w <- c(4, 6, 3, 5, 7, 2, 4, 5, 9)
d <- data.frame(y = c(v, w), g = factor(rep(1:2, each = 9))); d <- d[!is.na(d$y), ]
ct <- wilcox_test(y ~ g, d, distribution = "exact")
add("mann-whitney", "ties and a missing value, coin", list(x = v, y = w), list(value.pByDistance = pvalue(ct)))
ctg <- wilcox_test(y ~ g, d, distribution = "exact", alternative = "greater"); add("mann-whitney", "one-sided, coin", list(x = v, y = w), list(value.p = pvalue(ctg)), options = list(alternative = "greater"))
wn <- suppressWarnings(wilcox.test(v, w, exact = FALSE)); add("mann-whitney", "normal with continuity", list(x = v, y = w), list(value.u = wn$statistic, value.p = wn$p.value), options = list(computation = "normal"))

# Paired
pre <- c(12, 15, 9, 14, 11, 13, 10, 16, 12, NA, 13); post <- c(15, 16, 13, 14, 15, 13, 9, 19, 12, 12, 18); ok <- complete.cases(pre, post)
cs <- wilcoxsign_test(post[ok] ~ pre[ok], distribution = "exact", zero.method = "Pratt"); cw2 <- wilcoxsign_test(post[ok] ~ pre[ok], distribution = "exact", zero.method = "Wilcoxon")
add("wilcoxon-signed-rank", "ties, zeros, missing; coin Pratt", list(pre = pre, post = post), list(value.p = pvalue(cs)))
add("wilcoxon-signed-rank", "zeros dropped; coin", list(pre = pre, post = post), list(value.p = pvalue(cw2)), options = list(zeros = "drop"))
we <- suppressWarnings(wilcox.test(post[ok], pre[ok], paired = TRUE)); add("wilcoxon-signed-rank", "normal, zeros dropped, continuity (R 4.2)", list(pre = pre, post = post), list(value.v = we$statistic, value.p = we$p.value), options = list(zeros = "drop", computation = "normal"))
t2 <- t.test(post[ok], pre[ok], paired = TRUE); add("paired-t", "missing", list(pre = pre, post = post), list(value.t = t2$statistic, value.p = t2$p.value, interval.low = t2$conf.int[1], interval.high = t2$conf.int[2], n = 10))
up <- sum(post[ok] > pre[ok]); dn <- sum(post[ok] < pre[ok]); add("sign-test", "zeros", list(pre = pre, post = post), list(value.p = binom.test(up, up + dn)$p.value))
dd <- (post - pre)[ok]; sg <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(dd)))); tot <- abs(sg %*% dd); add("sign-flip", "by enumeration", list(pre = pre, post = post), list(value.p = mean(tot >= abs(sum(dd)) - 1e-9)))

# Waves
w3 <- data.frame(a = c(18, 20, 22, 25, 17, 19, 24, 30), b = c(20, 21, 27, 29, 18, 24, 25, 33), c = c(22, 20, 28, 31, 21, 25, 24, 36))
fr <- friedman.test(as.matrix(w3)); perms <- rbind(c(1, 2, 3), c(1, 3, 2), c(2, 1, 3), c(2, 3, 1), c(3, 1, 2), c(3, 2, 1))
rr <- t(apply(w3, 1, rank)); obs <- sum(colSums(rr)^2)
states <- list("0,0,0" = 1); dist <- data.frame(k = "0,0,0", p = 1)
for (i in seq_len(nrow(rr))) { acc <- list(); for (s in seq_len(nrow(dist))) { base <- as.numeric(strsplit(dist$k[s], ",")[[1]]); for (q in 1:6) { key <- paste(base + rr[i, perms[q, ]], collapse = ","); acc[[key]] <- (if (is.null(acc[[key]])) 0 else acc[[key]]) + dist$p[s] / 6 } }
  dist <- data.frame(k = names(acc), p = unlist(acc)) }
q2 <- sapply(strsplit(dist$k, ","), function(z) sum(as.numeric(z)^2))
add("friedman", "8 rows with ties, exact by enumeration", list(waves = as.list(w3)), list(value.chiSquare = fr$statistic, value.pChiSquare = fr$p.value, value.p = sum(dist$p[q2 >= obs - 1e-9]), value.kendallW = fr$statistic / 16))
OK <- OBrienKaiser; wide <- with(OK, data.frame(pre = rowMeans(cbind(pre.1, pre.2, pre.3, pre.4, pre.5)), post = rowMeans(cbind(post.1, post.2, post.3, post.4, post.5)), fup = rowMeans(cbind(fup.1, fup.2, fup.3, fup.4, fup.5)), treatment = treatment))
contrasts(wide$treatment) <- contr.sum(3); mlm <- lm(cbind(pre, post, fup) ~ treatment, wide); idata <- data.frame(wave = factor(c("pre", "post", "fup"))); contrasts(idata$wave) <- contr.sum(3)
su <- summary(Anova(mlm, idata = idata, idesign = ~wave, type = 3), multivariate = FALSE); u <- su$univariate.tests; pa <- su$pval.adjustments; sph <- su$sphericity.tests
add("mixed-anova", "O'Brien-Kaiser by treatment; car type III", list(waves = as.list(wide[1:3]), group = as.character(wide$treatment)),
  list(value.group.f = u["treatment", "F value"], value.group.p = u["treatment", "Pr(>F)"], value.group.sumOfSquares = u["treatment", "Sum Sq"], value.wave.f = u["wave", "F value"], value.wave.p = u["wave", "Pr(>F)"], value.wave.sumOfSquares = u["wave", "Sum Sq"],
    value.interaction.f = u["treatment:wave", "F value"], value.interaction.p = u["treatment:wave", "Pr(>F)"], value.wave.pGreenhouseGeisser = pa["wave", "Pr(>F[GG])"], value.interaction.pGreenhouseGeisser = pa["treatment:wave", "Pr(>F[GG])"],
    value.sphericity.greenhouseGeisser = pa["wave", "GG eps"], value.sphericity.huynhFeldtUncapped = pa["wave", "HF eps"], value.sphericity.mauchly.w = sph["wave", 1], value.sphericity.mauchly.p = sph["wave", 2]))
ml1 <- lm(cbind(pre, post, fup) ~ 1, wide); s1 <- summary(Anova(ml1, idata = idata, idesign = ~wave, type = 3), multivariate = FALSE); u1 <- s1$univariate.tests; p1 <- s1$pval.adjustments; sp1 <- s1$sphericity.tests
add("repeated-anova", "O'Brien-Kaiser, all", list(waves = as.list(wide[1:3])), list(value.f = u1["wave", "F value"], value.p = u1["wave", "Pr(>F)"], value.greenhouseGeisser.epsilon = p1["wave", "GG eps"], value.greenhouseGeisser.p = p1["wave", "Pr(>F[GG])"],
  value.sphericity.huynhFeldtUncapped = p1["wave", "HF eps"], value.sphericity.mauchly.w = sp1[1, 1], value.sphericity.mauchly.p = sp1[1, 2]))
two <- wide[c(1, 3)]; ml2 <- lm(cbind(pre, fup) ~ treatment, wide); id2 <- data.frame(wave = factor(c("pre", "fup"))); contrasts(id2$wave) <- contr.sum(2); u2 <- summary(Anova(ml2, idata = id2, idesign = ~wave, type = 3), multivariate = FALSE)$univariate.tests
add("mixed-anova", "two waves", list(waves = as.list(two), group = as.character(wide$treatment)), list(value.wave.f = u2["wave", "F value"], value.wave.p = u2["wave", "Pr(>F)"], value.interaction.f = u2["treatment:wave", "F value"], value.interaction.p = u2["treatment:wave", "Pr(>F)"]))

# Agreement
sf <- data.frame(J1 = c(9, 6, 8, 7, 10, 6), J2 = c(2, 1, 4, 1, 5, 2), J3 = c(5, 3, 6, 2, 6, 4), J4 = c(8, 2, 8, 6, 9, 7)); ic <- psych::ICC(sf, lmer = FALSE)$results
rows <- 0:5; ord <- match(c("ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"), ic$type); ic <- ic[ord, ]
add("icc", "Shrout & Fleiss (1979); psych", list(ratings = as.list(sf)), c(setNames(as.list(ic$ICC), paste0("value.forms.", rows, ".value")), setNames(as.list(ic$p), paste0("value.forms.", rows, ".p")), setNames(as.list(ic$F), paste0("value.forms.", rows, ".f")),
  setNames(as.list(ic$`lower bound`), paste0("value.forms.", rows, ".interval.low")), setNames(as.list(ic$`upper bound`), paste0("value.forms.", rows, ".interval.high"))))
k1 <- c(1, 1, 2, 2, 3, 3, 1, 2, 3, 1, 2, 2, 3, 3); k2 <- c(1, 2, 2, 3, 3, 3, 1, 1, 2, 1, 2, 2, 3, 3); ck <- suppressWarnings(cohen.kappa(cbind(k1, k2)))
add("kappa", "unweighted; psych", list(first = k1, second = k2), list(value.kappa = ck$kappa, interval.low = ck$confid[1, 1], interval.high = ck$confid[1, 3], value.standardError = sqrt(ck$var.kappa)))
add("kappa", "quadratic; psych", list(first = k1, second = k2), list(value.kappa = ck$weighted.kappa), options = list(weights = "quadratic"))
fl <- list(one = k1, two = k2, three = c(1, 1, 2, 3, 3, 2, 1, 2, 3, 1, 1, 2, 3, 2)); cnt <- t(sapply(seq_along(k1), function(i) tabulate(c(fl$one[i], fl$two[i], fl$three[i]), 3))); nn <- 14; mm <- 3; pj <- colSums(cnt) / (nn * mm); qj <- 1 - pj
Pb <- mean((rowSums(cnt^2) - mm) / (mm * (mm - 1))); Pe <- sum(pj^2); kf <- (Pb - Pe) / (1 - Pe); se <- sqrt(2) / (sum(pj * qj) * sqrt(nn * mm * (mm - 1))) * sqrt(sum(pj * qj)^2 - sum(pj * qj * (qj - pj)))
add("fleiss-kappa", "three raters, Fleiss's formulas", list(raters = fl), list(value.kappa = kf, value.standardErrorNull = se, value.p = 2 * pnorm(-abs(kf / se))))
X <- sf$J1; Y <- sf$J4; n <- 6; ccc <- 2 * cov(X, Y) / (var(X) + var(Y) + (mean(X) - mean(Y))^2); cccn <- 2 * cov(X, Y) * 5 / 6 / ((var(X) + var(Y)) * 5 / 6 + (mean(X) - mean(Y))^2)
de <- cor(c(X, Y), c(Y, X)); tp <- t.test(Y, X, paired = TRUE); crr <- cor.test(X, Y)
add("dyad-agreement", "two judges", list(first = X, second = Y, firstLater = X + c(1, 3, 0, 2, 1, 2), secondLater = Y + c(0, 4, 1, 1, 2, 2)), list(value.concordance.concordance = ccc, value.concordance.concordanceN = cccn, value.doubleEntry = de, value.difference.mean = tp$estimate,
  value.difference.p = tp$p.value, value.correlation.r = crr$estimate, value.correlation.p = crr$p.value, value.correlation.interval.low = crr$conf.int[1], value.changes.r = cor(c(1, 3, 0, 2, 1, 2), c(0, 4, 1, 1, 2, 2))))
set.seed(11); N <- 40; x1 <- round(rnorm(N, 5, 2), 1); x2 <- round(.5 * x1 + rnorm(N, 2, 2), 1); y1 <- round(.6 * x1 + .3 * x2 + rnorm(N), 1); y2 <- round(.2 * x1 + .7 * x2 + rnorm(N), 1); x1[7] <- NA
f1 <- lm(y1 ~ x1 + x2); f2 <- lm(y2 ~ x2 + x1); cf <- function(f, i, j) coef(summary(f))[i, j]
add("actor-partner", "40 pairs, one incomplete", list(predictorFirst = x1, predictorSecond = x2, outcomeFirst = y1, outcomeSecond = y2), list(value.first.actor.b = cf(f1, 2, 1), value.first.actor.standardError = cf(f1, 2, 2), value.first.partner.b = cf(f1, 3, 1), value.first.partner.p = cf(f1, 3, 4),
  value.second.actor.b = cf(f2, 2, 1), value.second.partner.b = cf(f2, 3, 1), value.second.partner.p = cf(f2, 3, 4), value.residualCorrelation = cor(resid(f1), resid(f2)), n = 39))

# Scale
at <- attitude; it <- as.list(at)
fa2 <- factanal(at, 2, rotation = "none", control = list(opt = list(factr = 1, pgtol = 0)))
add("factors", "attitude, two ML factors", list(items = it), c(setNames(as.list(fa2$uniquenesses), paste0("value.items.", 0:6, ".uniqueness")), list(value.fit.chiSquare = fa2$STATISTIC, value.fit.df = fa2$dof, value.fit.p = fa2$PVAL)), options = list(extraction = "maximum-likelihood", factors = 2), rtol = 1e-6)
e <- eigen(cor(at)); L <- e$vectors[, 1:2] %*% diag(sqrt(e$values[1:2])); vr <- varimax(L, normalize = TRUE, eps = 1e-15); R <- abs(unclass(vr$loadings)); R <- R[, order(-colSums(R^2))]
add("factors", "attitude, two components, varimax", list(items = it), c(setNames(as.list(rowSums(L^2)), paste0("value.items.", 0:6, ".communality")), list(value.percentVariance.0 = 100 * sum(R[, 1]^2) / 7, value.percentVariance.1 = 100 * sum(R[, 2]^2) / 7)), options = list(factors = 2, rotation = "varimax-exact"), rtol = 1e-7)
fl2 <- function(items) rowSums(items); tot <- rowSums(at); cnt <- round(.27 * 30); lo <- sort(tot)[cnt]; hi <- sort(tot)[30 - cnt + 1]; H <- at[tot >= hi, ]; Lw <- at[tot <= lo, ]
cr <- t.test(H$rating, Lw$rating, var.equal = TRUE); crw <- t.test(H$rating, Lw$rating); add("item-analysis", "attitude", list(items = it), list(value.lowScore = lo, value.highScore = hi, value.items.0.pooled.t = cr$statistic, value.items.0.pooled.p = cr$p.value, value.items.0.welch.df = crw$parameter, value.items.0.correctedItemTotal = cor(at$rating, tot - at$rating)))
bf <- psych::bfi[1:300, 1:5]; bf$A1 <- 7 - bf$A1; sh <- complete.cases(bf); b5 <- bf[sh, ]; fh <- rowSums(b5[1:3]); sh2 <- rowSums(b5[4:5]); rs <- cor(fh, sh2); shr <- 3 * 2 / 25
add("split-half", "first and last items of five", list(items = as.list(bf)), list(value.halfCorrelation = rs, value.spearmanBrown = 2 * rs / (1 + rs), value.spearmanBrownUnequal = (-rs^2 + sqrt(rs^4 + 4 * rs^2 * (1 - rs^2) * shr)) / (2 * (1 - rs^2) * shr), value.guttman = 2 * (1 - (var(fh) + var(sh2)) / var(rowSums(b5)))), options = list(halves = "first-last"))
ap <- suppressWarnings(psych::alpha(bf)); add("alpha", "five items of bfi, pairwise; psych", list(items = as.list(bf)), list(value.alpha = ap$total$raw_alpha, value.standardisedAlpha = ap$total$std.alpha), options = list(missing = "pairwise"))

# Categories
tab <- matrix(c(10, 4, 2, 6, 9, 5, 1, 7, 12), 3, byrow = TRUE); conc <- function(m) { s <- 0; for (i in 1:nrow(m)) for (j in 1:ncol(m)) for (k in 1:nrow(m)) for (l in 1:ncol(m)) if (k > i && l > j) s <- s + m[i, j] * m[k, l]; s }
Cc <- conc(tab); Dd <- conc(tab[, 3:1]); xs <- rep(row(tab), tab); ys <- rep(col(tab), tab); chi <- chisq.test(tab)
add("chi-square", "ordered 3 x 3", list(counts = tab), list(value.chiSquare = chi$statistic, value.p = chi$p.value, value.ordered.gamma = (Cc - Dd) / (Cc + Dd), value.ordered.tauB = cor(xs, ys, method = "kendall"), value.ordered.linearByLinear.chiSquare = (sum(tab) - 1) * cor(xs, ys)^2, value.adjustedResiduals.0.0 = chi$stdres[1, 1]))
y2 <- chisq.test(matrix(c(12, 4, 5, 11), 2)); add("chi-square", "2 x 2 with Yates", list(counts = matrix(c(12, 4, 5, 11), 2)), list(value.yates.chiSquare = y2$statistic, value.yates.p = y2$p.value, value.phi = psych::phi(matrix(c(12, 4, 5, 11), 2), digits = 15)))
fx <- fisher.test(tab); add("fisher", "3 x 3", list(counts = tab), list(value.p = fx$p.value), rtol = 1e-7)
pt2 <- prop.test(c(12, 7), c(20, 22), correct = FALSE); w1 <- prop.test(12, 20, correct = FALSE)$conf.int; w2 <- prop.test(7, 22, correct = FALSE)$conf.int; dlt <- 12 / 20 - 7 / 22
add("compare-proportions", "Newcombe from two Wilson intervals", list(successesX = num(12), nX = num(20), successesY = num(7), nY = num(22)), list(value.chiSquare = pt2$statistic, value.p = pt2$p.value, interval.low = dlt - sqrt((.6 - w1[1])^2 + (w2[2] - 7 / 22)^2), interval.high = dlt + sqrt((w1[2] - .6)^2 + (7 / 22 - w2[1])^2)))
cp <- binom.test(7, 22, conf.level = .9); add("proportion", "Clopper-Pearson 90 %", list(successes = num(7), n = num(22)), list(value.clopperPearson.low = cp$conf.int[1], value.clopperPearson.high = cp$conf.int[2]), options = list(level = .9))
mc <- mcnemar.test(matrix(c(10, 9, 3, 8), 2), correct = FALSE); add("mcnemar", "plain chi-square", list(bothYes = num(10), lost = num(3), gained = num(9), bothNo = num(8)), list(value.chiSquare.chiSquare = mc$statistic, value.chiSquare.p = mc$p.value, value.p = binom.test(3, 12)$p.value))
pv <- c(.01, .04, .03, .2, .001); add("adjust-p", "BH", list(p = pv), setNames(as.list(p.adjust(pv, "BH")), paste0("value.adjusted.", 0:4)), options = list(method = "bh"))

# Synthesis
dat <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg); se <- sqrt(dat$vi); st <- list(effects = as.numeric(dat$yi), standardErrors = se)
for (m in c("DL", "REML", "PM")) for (kn in c(FALSE, TRUE)) { fit <- rma(yi, vi, data = dat, method = m, test = if (kn) "knha" else "z", control = list(threshold = 1e-14, maxiter = 10000, stepadj = 1, tol = 1e-14))
  cit <- confint(fit, control = list(tol = 1e-14))$random["tau^2", ]
  half <- qt(.975, fit$k - 2) * sqrt(fit$se^2 + fit$tau2)
  add("synthesis", paste("BCG trials;", m, if (kn) "Hartung-Knapp" else "normal"), st, list(value.random.effect = fit$beta, value.random.standardError = fit$se, interval.low = fit$ci.lb, interval.high = fit$ci.ub, value.random.p = fit$pval, value.tauSquared = fit$tau2, value.iSquared = fit$I2 / 100, value.q = fit$QE, value.pHeterogeneity = fit$QEp,
    value.prediction.low = as.numeric(fit$beta) - half), options = list(tau = tolower(m), interval = if (kn) "hartung-knapp" else "normal"), rtol = 1e-7)
  if (m == "REML" && !kn) add("synthesis", "Q-profile interval of tau squared", st, list(value.tauSquaredInterval.low = cit["ci.lb"], value.tauSquaredInterval.high = cit["ci.ub"]), rtol = 1e-5) }
fe <- rma(yi, vi, data = dat, method = "FE"); add("synthesis", "fixed", st, list(value.fixed.effect = fe$beta, value.fixed.standardError = fe$se, value.fixed.p = fe$pval))

# Description
de1 <- c(3, 5, NA, 8, 4, 9, 6, 7, 7, 21); v <- de1[!is.na(de1)]; n <- length(v); g1 <- mean((v - mean(v))^3) / mean((v - mean(v))^2)^1.5; g2 <- mean((v - mean(v))^4) / mean((v - mean(v))^2)^2 - 3
for (q in c(7, 6, 2)) add("describe", paste("quartiles type", q), list(values = de1), list(value.lowerQuartile = quantile(v, .25, type = q), value.upperQuartile = quantile(v, .75, type = q), value.median = median(v), value.sd = sd(v), value.skewness = psych::skew(v, type = 2), value.kurtosis = psych::kurtosi(v, type = 2),
  value.skewnessError = sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)))), options = list(quartiles = as.character(q)))
sw <- shapiro.test(v); add("shapiro-wilk", "an outlier", list(values = de1), list(value.w = sw$statistic, value.p = sw$p.value), rtol = 1e-6)
co <- compareVersion; an <- MASS::anorexia; ac <- lm(Postwt ~ Prewt + Treat, an)
out <- list(source = unbox(paste0(R.version.string, "; ", paste(sapply(c("psych", "coin", "car", "metafor", "sandwich", "MASS"), function(p) paste(p, packageVersion(p))), collapse = "; "))), cases = cases)
cat(toJSON(out, digits = NA, na = "null", null = "null", pretty = FALSE))
