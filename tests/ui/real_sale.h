// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hosted_desks.h"
#include "app/options/settings.h"
#include "app/program.h"
#include "core/async/work_pool.h"
#include "tests/ui/fake_asker.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/parts/pill.h"
#include "ui/port/sale_port.h"
#include "ui/remote/remote_desk.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace seonchak {

constexpr int realMs = 20'000;

template <typename T>
QCoro::Task<> takeAnswer(QCoro::Task<Result<T>> task, std::shared_ptr<std::optional<Result<T>>> into)
{
    const auto result = co_await task;
    *into = result;
}

/// Waits for the answer while the event loop runs.
template <typename T>
Result<T> answerOf(QCoro::Task<Result<T>> task)
{
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    takeAnswer(std::move(task), answer);
    if (!QTest::qWaitFor([&answer] { return answer->has_value(); }, 4 * realMs))
        return failure(Trouble::Internal, QStringLiteral("no answer"));
    return **answer;
}

/// The program itself in this process: a sale with all its parts, served at a free port.
struct RealSale
{
    explicit RealSale(const std::function<void(Settings &)> &set = {})
    {
        Settings settings;
        settings.sale.dataDir = home.filePath(QStringLiteral("d"));
        settings.sale.database = *DatabaseUrl::parse(QStringLiteral("sqlite"), settings.sale.dataDir);
        settings.sale.partner.failureRate = 0;
        settings.server.port = 0;
        if (set)
            set(settings);
        QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0")); // A server without one is none.
        program = Program::start(settings).value_or(nullptr);
        if (program && !QTest::qWaitFor([this] { return program->sale().isReadyThroughout(); }, realMs))
            program.reset();
    }
    ~RealSale()
    {
        if (!program)
            return;
        program->stop();
        QCoreApplication::exec();
    }
    [[nodiscard]] quint16 serverPort() const { return quint16(QUrl(program->url()).port()); }

    QTemporaryDir home;
    std::unique_ptr<Program> program; ///< null: it did not start
};

/// A window on a real sale, with shorthands for its parts by objectName: by the sale's own port, or attached
/// to its server, as the programs wire them.
struct RealDesk
{
    enum class Kind { Hosting, Attached };

    /// `through`: a port of this machine that passes on to the server; 0: the server's own.
    RealDesk(RealSale &sale, Kind kind, const QString &language = QStringLiteral("en"), quint16 through = 0)
    {
        looks.setLanguage(language);
        if (kind == Kind::Hosting) {
            company = std::make_unique<HostedDesks>(sale.program->desks(), QStringLiteral("host"));
            port = std::make_unique<SalePort>(sale.program->sale(), sale.program->url(),
                                              Actor(QStringLiteral("desk (host)"), QStringLiteral("host")),
                                              company.get());
        } else {
            const quint16 to = through == 0 ? sale.serverPort() : through;
            auto remote = std::make_unique<RemoteDesk>(
                *DeskAddress::parse(QStringLiteral("http://127.0.0.1:%1").arg(to)), QByteArray(), clock);
            attached = remote.get();
            port = std::move(remote);
        }
        window = std::make_unique<DeskWindow>(DeskParts{*port, clock, asker, looks, files});
        if (attached) {
            QObject::connect(attached, &RemoteDesk::placeChanged, window.get(), &DeskWindow::followPlace);
            attached->start();
        }
        window->resize(1280, 720);
        window->show();
    }
    ~RealDesk()
    {
        window.reset();
        port.reset();
    }

    [[nodiscard]] bool isThere() const
    {
        return QTest::qWaitFor([this] { return !attached || port->attachment()->connected; }, realMs);
    }
    template <typename T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1String(name));
    }
    QString text(const char *name) const
    {
        return find<QLabel>(name) ? find<QLabel>(name)->text() : QString();
    }
    QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    [[nodiscard]] bool may(const char *name) const { return button(name) && button(name)->isEnabled(); }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void open(const char *page) const { window->view().open(QLatin1String(page)); }

    QTemporaryDir home;
    SystemClock clock;
    FakeAsker asker;
    WorkPool files;
    Looks looks{home.filePath(QStringLiteral("desk.ini"))};
    std::unique_ptr<HostedDesks> company;
    std::unique_ptr<DeskPort> port;
    RemoteDesk *attached = nullptr;
    std::unique_ptr<DeskWindow> window;
};

} // namespace seonchak
