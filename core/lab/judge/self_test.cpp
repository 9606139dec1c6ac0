// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/judge/self_test.h"

#include <algorithm>
#include <array>
#include <functional>

namespace seonchak::lab {

namespace {

struct Run
{
    std::vector<Request> requests;
    Truth truth;
};

struct Field
{
    const char *name;
    qint64 Verdict::*value;
};
constexpr std::array fields{
    Field{"issued", &Verdict::issued},
    Field{"soldOut", &Verdict::soldOut},
    Field{"storeFailed", &Verdict::partnerFailed},
    Field{"errors", &Verdict::errors},
    Field{"generated", &Verdict::generated},
    Field{"available", &Verdict::available},
    Field{"pending", &Verdict::pending},
    Field{"issuedInBook", &Verdict::issuedInBook},
    Field{"lost", &Verdict::lost},
    Field{"oversold", &Verdict::oversold},
    Field{"duplicates", &Verdict::duplicates},
    Field{"matched", &Verdict::matched},
    Field{"unbacked", &Verdict::unbacked},
    Field{"wrongHolder", &Verdict::wrongHolder},
    Field{"orphaned", &Verdict::orphaned},
    Field{"keyless", &Verdict::keyless},
};

/// "issued +1, duplicates +1": the differences of two verdicts.
QString differenceOf(const Verdict &before, const Verdict &after)
{
    QStringList parts;
    for (const Field &field : fields) {
        const qint64 delta = after.*field.value - before.*field.value;
        if (delta != 0)
            parts << QStringLiteral("%1 %2%3")
                         .arg(QLatin1String(field.name), delta > 0 ? QStringLiteral("+") : QString())
                         .arg(delta);
    }
    return parts.join(QStringLiteral(", "));
}

Request *firstWith(Run &run, Fate fate)
{
    const auto found = std::ranges::find(run.requests, fate, &Request::fate);
    return found == run.requests.end() ? nullptr : &*found;
}

Request *lastWith(Run &run, Fate fate)
{
    const auto found = std::find_if(run.requests.rbegin(), run.requests.rend(),
                                    [fate](const Request &one) { return one.fate == fate; });
    return found == run.requests.rend() ? nullptr : &*found;
}

Truth::Row *rowOf(Run &run, const QByteArray &code)
{
    const auto found = std::ranges::find(run.truth.book, code, &Truth::Row::code);
    return found == run.truth.book.end() ? nullptr : &*found;
}

/// Changes a refused request into one that got a coupon.
void forge(Request &request, const QByteArray &code)
{
    request.fate = Fate::Issued;
    request.status = 200;
    request.code = code;
}

void doubleCode(Run &run)
{
    forge(*firstWith(run, Fate::SoldOut), firstWith(run, Fate::Issued)->code);
}

void loseCoupon(Run &run)
{
    Truth::Row row;
    row.code = "PLANTED";
    row.status = run.truth.stockInRedis ? CouponStatus::Available : CouponStatus::Reserved;
    run.truth.book.push_back(row);
}

void swapHolders(Run &run)
{
    auto *one = rowOf(run, firstWith(run, Fate::Issued)->code);
    auto *other = rowOf(run, lastWith(run, Fate::Issued)->code);
    std::swap(one->user, other->user);
}

void forgeAnswer(Run &run)
{
    forge(*firstWith(run, Fate::SoldOut), "FORGED");
}

} // namespace

QList<PlantedFault> plantFaults(const std::vector<Request> &requests, const Truth &truth, qint64 stock)
{
    Run whole{requests, truth};
    const auto *first = firstWith(whole, Fate::Issued);
    const auto *last = lastWith(whole, Fate::Issued);
    if (!first || first == last || !firstWith(whole, Fate::SoldOut) || !rowOf(whole, first->code) ||
        !rowOf(whole, last->code))
        return {};
    const Verdict before = judge(requests, truth, stock);
    const bool inRedis = truth.stockInRedis;
    const QString over = before.issued >= stock ? QStringLiteral("oversold +1, ") : QString();
    const QString keys = inRedis ? QStringLiteral(", keyless +2") : QString();
    struct Plan
    {
        const char *name;
        std::function<void(Run &)> plant;
        QString expected;
    };
    const std::array plans{
        Plan{"doubled code", doubleCode,
             QStringLiteral("issued +1, soldOut -1, %1duplicates +1, wrongHolder +1").arg(over)},
        Plan{"lost coupon", loseCoupon, QStringLiteral("generated +1, lost +1")},
        Plan{"wrong holder", swapHolders,
             QStringLiteral("matched -2, wrongHolder +2, orphaned +2%1").arg(keys)},
        Plan{"forged 200", forgeAnswer, QStringLiteral("issued +1, soldOut -1, %1unbacked +1").arg(over)},
    };
    QList<PlantedFault> faults;
    for (const Plan &plan : plans) {
        Run copy = whole;
        plan.plant(copy);
        const Verdict after = judge(copy.requests, copy.truth, stock);
        faults.append({QLatin1String(plan.name), plan.expected, differenceOf(before, after)});
    }
    return faults;
}

} // namespace seonchak::lab
