// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeps the house in order: which folder may include which, how long files may be, and who wrote them. The
// checker is a function over a directory, so that the tests can plant each fault in a tree of their own and
// see it found.

#include "tests/unit/architecture_arrows.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak::architecture;

namespace {

using Graph = QMap<QString, QSet<QString>>; // folder → folders it includes

// A longer file asks a question: is it more than one thing? Those that are one stand in longButOne.
constexpr int headerLinesMost = 150;
constexpr int sourceLinesMost = 400;

/// The state machine of a client's connection.
const QStringList longButOne{"server/transport/connection.cpp"};

QString layerOf(const QString &path)
{
    return path.section('/', 0, 0);
}

/// "core/redis" of "core/redis/deep/file.h": what the tables speak of.
QString partOf(const QString &path)
{
    const QString layer = layerOf(path);
    return (layer == "core" || layer == "ui") && path.count('/') >= 2 ? path.section('/', 0, 1) : layer;
}

QString folderOf(const QString &path)
{
    return path.section('/', 0, -2);
}

QStringList readLines(const QString &file)
{
    QFile handle(file);
    if (!handle.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(handle.readAll()).split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QStringList filesBelow(const QDir &root)
{
    static const QStringList layers{"app", "core", "server", "ui", "tests", "resources", "installers", ".ci"};
    QStringList found;
    for (const QString &layer : layers) {
        QDirIterator files(root.filePath(layer), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            found << root.relativeFilePath(files.next());
    }
    for (const char *single : {"CMakeLists.txt", "run", "check"}) {
        if (root.exists(single))
            found << single;
    }
    found.sort();
    return found;
}

bool isCpp(const QString &path)
{
    return path.endsWith(".h") || path.endsWith(".cpp");
}

bool needsLicence(const QString &path)
{
    static const QRegularExpression kinds(
        R"((\.(h|cpp|py|sh|lua|sql|cmake|jmx|java|qss)|CMakeLists\.txt|^run|^check|^\.ci/run)$)");
    return kinds.match(path).hasMatch();
}

QStringList licenceFaults(const QString &path, const QStringList &lines)
{
    // A shebang or an XML declaration may stand first.
    const QString head = lines.mid(0, 4).join('\n');
    const bool both = head.contains("SPDX-FileCopyrightText: ") &&
                      head.contains("SPDX-License-Identifier: GPL-3.0-or-later");
    return both ? QStringList() : QStringList(path + ": the two SPDX lines are missing");
}

QStringList lengthFaults(const QString &path, const QStringList &lines)
{
    const int most = path.endsWith(".h") ? headerLinesMost : sourceLinesMost;
    const QString fault = QStringLiteral("%1: %2 lines, at most %3").arg(path).arg(lines.size()).arg(most);
    return lines.size() <= most || longButOne.contains(path) ? QStringList() : QStringList(fault);
}

/// What is wrong with `path` including our own `target`; empty when nothing is.
QString arrowFault(const QString &path, const QString &target)
{
    const QString from = layerOf(path);
    const QString to = layerOf(target);
    if (!layerArrows().contains(to))
        return path + ": \"" + target + "\" is not a path from the root";
    if (from != to && !layerArrows().value(from).contains(to))
        return path + ": " + from + " must not include " + to + " (" + target + ")";
    const QString fromPart = partOf(path);
    const QString toPart = partOf(target);
    if (fromPart == toPart && innerOrders().contains(fromPart)) {
        const QStringList &order = innerOrders()[fromPart];
        const auto mine = order.indexOf(path.section('/', 2, 2));
        const auto theirs = order.indexOf(target.section('/', 2, 2));
        if (mine < 0 || theirs < 0 || theirs > mine)
            return path + ": " + target + " stands to the right of it in the order of " + fromPart;
    }
    if (from != to || (from != "core" && from != "ui") || fromPart == toPart)
        return {};
    if (from == "core" && !coreArrows().contains(fromPart))
        return path + ": " + fromPart + " has no line in the table of arrows";
    if (!(from == "core" ? coreArrows().value(fromPart).contains(toPart)
                         : mayWindowInclude(fromPart, toPart)))
        return path + ": " + fromPart + " must not include " + toPart + " (" + target + ")";
    return {};
}

QString foreignFault(const QString &path, const QString &header)
{
    static const QRegularExpression umbrella("^Qt(Core|Gui|Widgets|Network|Sql|HttpServer|Charts)(/|$)");
    if (umbrella.match(header).hasMatch())
        return path + ": <" + header + "> is an umbrella header";
    const auto foreign = foreignHeaders().constFind(layerOf(path));
    if (foreign != foreignHeaders().constEnd() && foreign->match(header).hasMatch())
        return path + ": " + layerOf(path) + " must not know <" + header + ">";
    return {};
}

QStringList includeFaults(const QString &path, const QStringList &lines, Graph *graph)
{
    static const QRegularExpression include(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    QStringList faults;
    for (const QString &line : lines) {
        const auto match = include.match(line);
        if (!match.hasMatch())
            continue;
        const QString target = match.captured(2);
        if (match.captured(1) == "<") {
            faults << foreignFault(path, target);
            continue;
        }
        if (target.endsWith(".moc") || (target.startsWith("moc_") && target.endsWith(".cpp")))
            continue;
        faults << arrowFault(path, target);
        if (folderOf(path) != folderOf(target))
            (*graph)[folderOf(path)].insert(folderOf(target));
    }
    faults.removeAll(QString());
    return faults;
}

QStringList linkFaults(const QString &path, const QStringList &lines)
{
    static const QMap<QString, QRegularExpression> foreign{
        {"core", QRegularExpression(R"(Qt6::(Gui|Widgets|Charts|HttpServer)\b|seonchak_(ui|server|app)\w*)")},
        {"server", QRegularExpression(R"(Qt6::(Gui|Widgets|Charts)\b|seonchak_(ui|app)\w*)")},
        {"ui", QRegularExpression(R"(Qt6::HttpServer\b|seonchak_(server|app)\w*)")},
    };
    QStringList faults;
    for (const QString &line : lines) {
        const auto match = foreign.value(layerOf(path)).match(line.section('#', 0, 0));
        if (foreign.contains(layerOf(path)) && match.hasMatch())
            faults << path + ": " + layerOf(path) + " must not link " + match.captured(0);
    }
    return faults;
}

/// Walks from `folder`; a folder that is met again on the same way closes a circle.
void walk(const Graph &graph, const QString &folder, QStringList way, QSet<QString> *done,
          QStringList *faults)
{
    if (way.contains(folder)) {
        const QStringList circle = way.mid(way.indexOf(folder)) + QStringList{folder};
        *faults << "folders include each other: " + circle.join(" -> ");
        return;
    }
    if (done->contains(folder))
        return;
    way << folder;
    QStringList next(graph.value(folder).cbegin(), graph.value(folder).cend());
    next.sort();
    for (const QString &other : next)
        walk(graph, other, way, done, faults);
    done->insert(folder);
}

/// Every fault below `root`, one sentence each, sorted by file.
QStringList findFaults(const QDir &root)
{
    QStringList faults;
    Graph graph;
    for (const QString &path : filesBelow(root)) {
        const QStringList lines = readLines(root.filePath(path));
        if (needsLicence(path))
            faults << licenceFaults(path, lines);
        if (isCpp(path))
            faults << lengthFaults(path, lines) << includeFaults(path, lines, &graph);
        if (path.endsWith("CMakeLists.txt"))
            faults << linkFaults(path, lines);
    }
    QSet<QString> done;
    for (const QString &folder : graph.keys())
        walk(graph, folder, {}, &done, &faults);
    return faults;
}

const QString licence = "// SPDX-FileCopyrightText: 2026 The Seonchak authors\n"
                        "// SPDX-License-Identifier: GPL-3.0-or-later\n";

void plant(const QDir &root, const QString &path, const QString &text)
{
    QVERIFY(root.mkpath(folderOf(path).isEmpty() ? "." : folderOf(path)));
    QFile file(root.filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

} // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theHouseIsInOrder();
    void aSoundTreeHasNoFaults();
    void aPlantedFaultIsFound_data();
    void aPlantedFaultIsFound();
    void aCircleOfFoldersIsFound();
};

void TestArchitecture::theHouseIsInOrder()
{
    const QDir root(qEnvironmentVariable("SEONCHAK_SOURCE_DIR"));
    QVERIFY2(root.exists("core/coupon/coupon.h"), "SEONCHAK_SOURCE_DIR must name the source tree");
    const QStringList faults = findFaults(root);
    QVERIFY2(faults.isEmpty(), qPrintable("\n" + faults.join('\n')));
}

void TestArchitecture::aSoundTreeHasNoFaults()
{
    QTemporaryDir dir;
    const QDir root(dir.path());
    plant(root, "core/coupon/a.h", licence + "#include <QString>\n");
    plant(root, "core/redis/b.h", licence + "#include \"core/coupon/a.h\"\n#include \"core/async/c.h\"\n");
    plant(root, "core/issue/d.cpp", licence + "#include \"core/redis/b.h\"\n#include \"d.moc\"\n");
    plant(root, "server/e.cpp", licence + "#include <QHttpServer>\n#include \"core/issue/d.h\"\n");
    plant(root, "ui/f.cpp", licence + "#include <QWidget>\n#include \"core/issue/d.h\"\n");
    plant(root, "app/g.cpp", licence + "#include \"server/e.h\"\n#include \"ui/f.h\"\n");
    plant(root, "core/issue/CMakeLists.txt",
          QString(licence).replace("//", "#") + "# Qt6::Widgets stays out\n");
    QCOMPARE(findFaults(root), QStringList());
}

void TestArchitecture::aPlantedFaultIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *path, const QString &text, const char *fault) {
        QTest::newRow(name) << QString(path) << text << QString(path) + fault;
    };
    const auto including = [&row](const char *path, const QString &target, const char *fault) {
        row(path, path, licence + "#include " + target + "\n", fault);
    };
    including("core/issue/a.cpp", "\"ui/b.h\"", ": core must not include ui (ui/b.h)");
    including("core/issue/b.cpp", "\"server/b.h\"", ": core must not include server (server/b.h)");
    including("core/issue/c.cpp", "\"app/b.h\"", ": core must not include app (app/b.h)");
    including("ui/a.cpp", "\"server/b.h\"", ": ui must not include server (server/b.h)");
    including("ui/b.cpp", "\"app/b.h\"", ": ui must not include app (app/b.h)");
    including("server/a.cpp", "\"ui/b.h\"", ": server must not include ui (ui/b.h)");
    including("server/b.cpp", "\"tests/b.h\"", ": server must not include tests (tests/b.h)");
    including("core/issue/ground/a.h", "\"core/issue/path/b.h\"",
              ": core/issue/path/b.h stands to the right of it in the order of core/issue");
    including("core/lab/judge/a.h", "\"core/lab/rest/b.h\"",
              ": core/lab/rest/b.h stands to the right of it in the order of core/lab");
    including("core/coupon/a.h", "\"core/async/b.h\"",
              ": core/coupon must not include core/async (core/async/b.h)");
    including("core/async/a.h", "\"core/redis/b.h\"",
              ": core/async must not include core/redis (core/redis/b.h)");
    including("core/redis/a.h", "\"core/database/b.h\"",
              ": core/redis must not include core/database (core/database/b.h)");
    including("core/partner/a.h", "\"core/redis/b.h\"",
              ": core/partner must not include core/redis (core/redis/b.h)");
    including("core/database/a.h", "\"core/issue/b.h\"",
              ": core/database must not include core/issue (core/issue/b.h)");
    including("core/watch/a.h", "\"core/issue/b.h\"",
              ": core/watch must not include core/issue (core/issue/b.h)");
    including("ui/parts/a.h", "\"ui/port/b.h\"", ": ui/parts must not include ui/port (ui/port/b.h)");
    including("ui/remote/a.h", "\"ui/desk/b.h\"", ": ui/remote must not include ui/desk (ui/desk/b.h)");
    including("ui/desk/a.h", "\"ui/remote/b.h\"", ": ui/desk must not include ui/remote (ui/remote/b.h)");
    including("ui/people/a.h", "\"ui/coupons/b.h\"",
              ": ui/people must not include ui/coupons (ui/coupons/b.h)");
    including("core/novel/a.h", "\"core/coupon/b.h\"", ": core/novel has no line in the table of arrows");
    including("core/redis/b.h", "\"reply.h\"", ": \"reply.h\" is not a path from the root");
    including("core/redis/c.h", "<QtCore>", ": <QtCore> is an umbrella header");
    including("core/redis/d.h", "<QWidget>", ": core must not know <QWidget>");
    including("core/redis/e.h", "<QAbstractHttpServer>", ": core must not know <QAbstractHttpServer>");
    including("server/c.h", "<QApplication>", ": server must not know <QApplication>");
    including("ui/c.h", "<QHttpServer>", ": ui must not know <QHttpServer>");
    row("licence", "core/redis/f.lua", "return 1\n", ": the two SPDX lines are missing");
    row("long header", "ui/long.h", licence + QString(149, '\n'), ": 151 lines, at most 150");
    row("long source", "ui/long.cpp", licence + QString(399, '\n'), ": 401 lines, at most 400");
    row("link", "server/CMakeLists.txt",
        QString(licence).replace("//", "#") + "seonchak_part(x LINK Qt6::Gui)\n",
        ": server must not link Qt6::Gui");
}

void TestArchitecture::aPlantedFaultIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, fault);
    QTemporaryDir dir;
    plant(QDir(dir.path()), path, text);
    QCOMPARE(findFaults(QDir(dir.path())), QStringList{fault});
}

void TestArchitecture::aCircleOfFoldersIsFound()
{
    QTemporaryDir dir;
    const QDir root(dir.path());
    plant(root, "server/a/x.h", licence + "#include \"server/b/x.h\"\n");
    plant(root, "server/b/x.h", licence + "#include \"server/c/x.h\"\n");
    plant(root, "server/c/x.h", licence + "#include \"server/a/x.h\"\n");
    QCOMPARE(findFaults(root),
             QStringList{"folders include each other: server/a -> server/b -> server/c -> server/a"});
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
