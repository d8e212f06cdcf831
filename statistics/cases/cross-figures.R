# Computes cross-figures.json with base R. Run: Rscript cross-figures.R > cross-figures.json
# Tables of the survey of 2,800 people (psychTools::bfi) and of R's own help pages. V is Cramer's V with the bias correction
# of Bergsma (2013, J. Korean Stat. Soc. 42), written out; its limits are the noncentralities of chi-square by uniroot.
suppressMessages(library(jsonlite))
options(digits = 17, warn = -1)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
survey <- read.csv(file.path(here, "survey-2800.csv"))
bias <- function(chi, n, r, c) sqrt(max(0, chi / n - (r - 1) * (c - 1) / (n - 1)) /
  (min(r - (r - 1)^2 / (n - 1), c - (c - 1)^2 / (n - 1)) - 1))
limit <- function(chi, df, p) if (pchisq(chi, df) <= p) 0 else
  uniroot(function(l) pchisq(chi, df, l) - p, c(0, max(50, 10 * chi)), tol = 1e-13)$root
figures <- function(about, tab, fisher, rows = NULL, columns = NULL) {
  n <- sum(tab); chi <- suppressWarnings(chisq.test(tab, correct = FALSE)); x <- unname(chi$statistic); k <- min(dim(tab)) - 1
  list(about = unbox(about), rows = rows, columns = columns, counts = unname(unclass(tab)), n = unbox(n),
    expectedLeast = unbox(min(chi$expected)), chiSquare = unbox(x), df = unbox(unname(chi$parameter)), p = unbox(chi$p.value),
    fisher = if (fisher) unbox(fisher.test(tab, workspace = 2e8)$p.value) else NULL,
    cramersV = unbox(sqrt(x / (n * k))), biasCorrected = unbox(bias(x, n, nrow(tab), ncol(tab))),
    low = unbox(sqrt(limit(x, chi$parameter, .975) / (n * k))), high = unbox(sqrt(limit(x, chi$parameter, .025) / (n * k))),
    residuals = unname(unclass(chi$stdres)))
}
of <- function(row, column) {
  tab <- table(survey[[row]], survey[[column]])
  figures(paste(row, "by", column), tab, FALSE, row, column)
}
job <- matrix(c(1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11), 4)
cases <- list(of("gender", "A1"), of("gender", "N3"), of("education", "A1"), of("education", "O4"), of("A1", "A2"),
  figures("job satisfaction by income (Agresti 2002)", job, TRUE),
  figures("tea tasting (Fisher)", matrix(c(3, 1, 1, 3), 2), TRUE),
  figures("3 x 2 with a nought", matrix(c(0, 4, 7, 9, 3, 2), 3), TRUE),
  figures("2 x 5, one answer rare", matrix(c(1, 9, 14, 6, 2, 5, 12, 20, 3, 0), 2), TRUE),
  figures("two rare answers among 180 people", matrix(c(177, 1, 1, 1), 2), TRUE),
  figures("a rare answer among 203 people", matrix(c(3, 3, 80, 117), 2), TRUE),
  figures("a rare group among 225 people", matrix(c(3, 2, 20, 200), 2), TRUE),
  figures("3 x 3, 251 people, one answer rare", matrix(c(60, 71, 52, 2, 1, 1, 21, 24, 19), 3), TRUE),
  figures("2 x 3, 480 people, one answer rare", matrix(c(201, 140, 3, 6, 77, 53), 2), TRUE),
  figures("nothing in common", matrix(c(10, 10, 10, 10), 2), FALSE))
cat(toJSON(list(source = unbox(R.version.string), cases = cases), digits = NA, null = "null", pretty = FALSE))
