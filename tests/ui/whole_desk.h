// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work_pool.h"
#include "tests/ui/every_setting.h"
#include "tests/ui/fake_book.h"
#include "tests/ui/lab_world.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/desk/pages.h"
#include "ui/parts/state_panel.h"

#include <QTableView>
#include <QTemporaryDir>

namespace seonchak {

inline const QStringList allPages{page::dashboard, page::coupons, page::whyNot,   page::doubts,
                                  page::lab,       page::audit,   page::webhooks, page::settings};

inline OpenDoubt doubtOf(qint64 number, WallMs now)
{
    OpenDoubt made;
    made.reservation = made.couponId = number;
    made.code = "7KQ2-M9XA-TT" + QByteArray::number(10 + number);
    made.user = 1000 + number;
    made.since = now - number * 61'000;
    made.attempts = number;
    made.asked = now - 4000;
    made.answer = QStringLiteral("the store gave no answer");
    return made;
}

inline AuditEntry entryOf(qint64 serial, WallMs now)
{
    AuditEntry made;
    made.id = serial;
    made.at = now - serial * 1000;
    made.actor = QStringLiteral("desk (operator)");
    made.action = QStringLiteral("generate");
    made.detail = QStringLiteral("count 100000, prefix \"\", length 12, push false");
    made.result = QStringLiteral("100000 generated, 0 pushed");
    return made;
}

inline HookDelivery deliveryOf(qint64 id, WallMs now)
{
    HookDelivery made;
    made.id = id;
    made.url = QStringLiteral("https://hooks.example.com/coupons");
    made.event = {QStringLiteral("coupon.issued"), QString::number(id), now - id * 1000, "{}"};
    made.state = HookDelivery::State(id % 4);
    made.tries = int(id % 3);
    made.nextAt = now + 5000;
    made.answeredAt = now - 500;
    made.status = 503;
    made.answer = QStringLiteral("answered 503");
    return made;
}

/// A window with all pages, on a sale in which something has happened.
struct WholeDesk
{
    WholeDesk(const QString &language, bool dark)
    {
        port.now = FakePort::busyStatus();
        FakeBook{1000}.answerFor(port);
        port.cutLists.answer = [] { return QList<CutAct>{}; };
        port.doubtLists.answer = [this] {
            return QList<OpenDoubt>{doubtOf(1, clock.wall), doubtOf(2, clock.wall), doubtOf(3, clock.wall)};
        };
        port.audits.answer = [this](const AuditFilter &) {
            AuditPage some;
            for (qint64 serial = 1; serial <= 12; ++serial)
                some.items.append(entryOf(serial, clock.wall));
            return some;
        };
        port.hookLists.answer = [this](const HookFilter &) {
            HookPage some;
            some.receivers = {{QStringLiteral("https://hooks.example.com/coupons"), {}, 0, 0, 3}};
            for (qint64 id = 12; id > 0; --id)
                some.items.append(deliveryOf(id, clock.wall));
            return some;
        };
        settings.now = everyKindOfRow();
        looks.setLanguage(language);
        looks.setTheme(dark ? Looks::Theme::Dark : Looks::Theme::Light);
        window = std::make_unique<DeskWindow>(DeskParts{port, clock, asker, looks, files, &settings, &lab});
        window->show();
    }
    /// What the open page still waits for; empty once it shows all it has.
    [[nodiscard]] QString whatIsMissing() const
    {
        for (const auto *panel : window->findChildren<StatePanel *>()) {
            if (panel->isVisible() && panel->state() == StatePanel::State::Loading)
                return panel->objectName() + QStringLiteral(" is loading");
        }
        const QString open = window->view().currentPage();
        const bool lists =
            open == page::coupons || open == page::doubts || open == page::audit || open == page::webhooks;
        for (const auto *list : window->findChildren<QTableView *>()) {
            if (lists && list->isVisible() && list->model()->rowCount() == 0)
                return list->objectName() + QStringLiteral(" has no rows");
        }
        return {};
    }

    QTemporaryDir home;
    FakePort port;
    WallClock clock;
    FakeAsker asker;
    FakeSettings settings;
    FakeLab fake;
    Lab lab{fake.run, {QStringLiteral("/bin/seonchakd"), home.path()}};
    WorkPool files;
    Looks looks{home.filePath(QStringLiteral("desk.ini"))};
    std::unique_ptr<DeskWindow> window;
};

} // namespace seonchak
