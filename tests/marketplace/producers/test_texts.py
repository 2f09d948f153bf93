"""A producer writes, an officer decides, a reader sees the approved version."""

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.approvals.models import ClaimWord, ProductEdit
from catalog.journal import notices, outbox
from catalog.register.models import Certificate, Product
from tests.cast import Cast
from tests.catalog.approvals.conftest import _folders, photo  # noqa: F401 - a fixture
from tests.factories.register import ProductFactory
from tests.marketplace.shop.ordering.purchases import fees, goods_of, record_of

pytestmark = pytest.mark.django_db
HOME = "/ban-hang/htx-mau-a/noi-dung/"
QUEUE = "/can-bo/duyet/"


@pytest.fixture
def village():
    people = Cast()
    fees()
    people.tea = goods_of(people.producer_a, name="Chè Mẫu", price=100_000, stock=10)
    people.fish = goods_of(people.producer_b, name="Cá Mẫu", price=50_000, stock=10)
    people.binh, people.giang  # make them members and officer
    return people


def write(browser, product, /, *, hand_in=False, **texts):
    data = {"name": product.name, **texts, ("gui" if hand_in else "luu"): "1"}
    return browser.post(f"{HOME}{product.pk}/", data)


def public(village):
    return village.browser("guest").get(f"/san-pham/{village.tea.product.slug}/").content.decode()


def test_the_public_page_keeps_the_approved_version_until_an_officer_approves(village):
    product = village.tea.product
    write(village.browser("binh"), product, hand_in=True, name="Chè Tuyết Mẫu", story="Chuyện mới")
    assert "Chè Tuyết Mẫu" not in public(village)
    assert "Chuyện mới" not in public(village)

    edit = ProductEdit.objects.get()
    officer = village.browser("giang")
    page = officer.get(f"{QUEUE}{edit.pk}/")
    assert "Chè Tuyết Mẫu" in page.content.decode()
    officer.post(f"{QUEUE}{edit.pk}/duyet/", {"seen": page.context["seen"]})

    assert "Chè Tuyết Mẫu" in public(village)
    assert "Chuyện mới" in public(village)
    assert village.tea.product.cards.get().name == "Chè Tuyết Mẫu"
    record = record_of(village.tea)
    assert record.product.title == f"Chè Tuyết Mẫu ({village.tea.pack})"


def test_a_draft_without_a_name_is_kept_and_only_handing_in_asks_for_it(village):
    product, browser = village.tea.product, village.browser("binh")

    assert write(browser, product, name="", story="Nháp").status_code == 302
    asked = write(browser, product, name="", story="Nháp", hand_in=True)

    assert asked.status_code == 422
    assert 'id="id_name_error"' in asked.content.decode()
    edit = ProductEdit.objects.get()
    assert (edit.name, edit.story, edit.state) == ("", "Nháp", "draft")


def test_nothing_but_the_texts_can_be_posted(village):
    product = village.tea.product
    before = Product.objects.filter(pk=product.pk).values().get()
    stars = Certificate.objects.values_list("star", flat=True).get(product=product)

    write(
        village.browser("binh"),
        product,
        story="Mới",
        star="5",
        producer=village.producer_b.pk,
        product=village.fish.product.pk,
        is_active="",
        price="1",
        state="approved",
        decided_by=village.binh.pk,
        slug="khac",
        code="68-1-1-2026",
        picture="products/khac",
    )

    edit = ProductEdit.objects.get()
    assert (edit.product, edit.state, edit.decided_by, edit.picture) == (product, "draft", None, "")
    assert Product.objects.filter(pk=product.pk).values().get() == before
    assert Certificate.objects.values_list("star", flat=True).get(product=product) == stars
    assert record_of(village.tea).price == 100_000


@pytest.mark.parametrize("page", ["", "anh/", "anh/xem/", "buoc/"])
def test_another_producers_product_is_not_there(village, page):
    browser, other = village.browser("binh"), village.fish.product
    for url in (f"{HOME}{other.pk}/{page}", f"/ban-hang/htx-mau-b/noi-dung/{other.pk}/{page}"):
        assert browser.post(url, {"luu": 1, "viec": "bo"}).status_code in {404, 405}
        assert browser.get(url).status_code in {404, 405}
    assert ProductEdit.objects.count() == 0


def test_a_packer_writes_no_texts(village):
    browser = village.browser("goi")

    assert browser.get(HOME).status_code == 403
    assert write(browser, village.tea.product, story="Mới").status_code == 403
    assert ProductEdit.objects.count() == 0


def test_claims_are_shown_before_handing_in_and_marked_for_the_officer(village):
    browser, product = village.browser("binh"), village.tea.product
    write(browser, product, story="Chè chữa khỏi ho.")
    assert "chữa khỏi" in browser.get(f"{HOME}{product.pk}/").content.decode()

    write(browser, product, story="Chè chữa khỏi ho.", hand_in=True)

    queue = village.browser("giang").get(QUEUE).content.decode()
    assert "1 từ ngữ cần xem" in queue


def test_what_waits_is_not_written_and_can_be_taken_back(village):
    browser, product = village.browser("binh"), village.tea.product
    write(browser, product, story="Chuyện mới", hand_in=True)

    write(browser, product, story="Sau lưng")
    assert ProductEdit.objects.get().story == "Chuyện mới"
    browser.post(f"{HOME}{product.pk}/buoc/", {"viec": "rut"})
    write(browser, product, story="Sửa tiếp")

    edit = ProductEdit.objects.get()
    assert (edit.story, edit.state) == ("Sửa tiếp", "draft")


def test_a_return_says_its_reason_in_inbox_and_form(village):
    product = village.tea.product
    write(village.browser("binh"), product, story="Ngắn", hand_in=True)
    edit, officer = ProductEdit.objects.get(), village.browser("giang")
    asked = officer.post(f"{QUEUE}{edit.pk}/tra-lai/", {"reason": " "})
    assert asked.status_code == 422

    officer.post(f"{QUEUE}{edit.pk}/tra-lai/", {"reason": "Viết <b>dài</b> hơn"})

    browser = village.browser("binh")
    assert "Viết &lt;b&gt;dài&lt;/b&gt; hơn" in browser.get(f"{HOME}{product.pk}/").content.decode()
    assert notices.unread_count(village.producer_a) == 1
    assert "nội dung cán bộ trả lại" in browser.get("/ban-hang/htx-mau-a/").content.decode()


def test_an_officer_of_another_place_finds_no_change(village):
    write(village.browser("chi"), village.fish.product)  # Chi's address is another
    village.browser("chi").post(
        f"/ban-hang/htx-mau-b/noi-dung/{village.fish.product.pk}/",
        {"name": "Cá Mẫu", "story": "Mới", "gui": "1"},
    )
    edit, officer = ProductEdit.objects.get(), village.browser("giang")

    assert "Cá Mẫu" not in officer.get(QUEUE).content.decode()
    assert officer.get(f"{QUEUE}{edit.pk}/").status_code == 404
    assert officer.post(f"{QUEUE}{edit.pk}/duyet/", {"seen": "x"}).status_code == 404
    assert officer.post(f"{QUEUE}{edit.pk}/tra-lai/", {"reason": "x"}).status_code == 404
    edit.refresh_from_db()
    assert edit.state == "submitted"


def test_an_old_screen_approves_nothing(village):
    product = village.tea.product
    write(village.browser("binh"), product, story="Chuyện mới", hand_in=True)
    edit, officer = ProductEdit.objects.get(), village.browser("giang")

    page = officer.post(f"{QUEUE}{edit.pk}/duyet/", {"seen": "0" * 32}, follow=True)

    assert "đã đổi sau khi bạn mở trang" in page.content.decode()
    assert Product.objects.get(pk=product.pk).story == ""


def test_a_picture_is_seen_by_members_alone_until_it_is_approved(village):
    product, browser = village.tea.product, village.browser("binh")
    url = f"{HOME}{product.pk}/anh/"
    assert browser.post(url, {"picture": photo(), "focus": "top"}).status_code == 302
    outbox.drain()
    edit = ProductEdit.objects.get()

    response = browser.get(f"{url}xem/")

    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    assert village.browser("chi").get(f"{url}xem/").status_code == 404
    assert village.browser("guest").get(f"/media/{edit.picture}-640.webp").status_code == 404
    write(browser, product, hand_in=True)
    officer = village.browser("giang")
    assert officer.get(f"{QUEUE}{edit.pk}/anh/").status_code == 200
    seen = officer.get(f"{QUEUE}{edit.pk}/").context["seen"]
    officer.post(f"{QUEUE}{edit.pk}/duyet/", {"seen": seen})
    assert default_storage.exists(f"{edit.picture}-640.webp")
    assert Product.objects.get(pk=product.pk).picture == edit.picture


def test_a_small_picture_is_told_how_large_it_has_to_be(village):
    url = f"{HOME}{village.tea.product.pk}/anh/"

    response = village.browser("binh").post(url, {"picture": photo(300, 400), "focus": "top"})

    assert response.status_code == 422
    assert "300 × 400" in response.content.decode()


def test_lists_cost_the_same_for_one_product_and_for_thirty(village, django_assert_num_queries):
    browser, officer = village.browser("binh"), village.browser("giang")
    write(browser, village.tea.product, story="Mới", hand_in=True)
    browser.get(HOME), officer.get(QUEUE)
    with CaptureQueriesContext(connection) as one:
        browser.get(HOME)
    few = len(one)  # the next request clears the log
    with CaptureQueriesContext(connection) as one_waits:
        officer.get(QUEUE)
    few_wait = len(one_waits)
    for product in ProductFactory.create_batch(29, producer=village.producer_a):
        write(browser, product, story="Mới", hand_in=True)

    with django_assert_num_queries(few):
        browser.get(HOME)
    with django_assert_num_queries(few_wait):
        assert len(officer.get(QUEUE).context["edits"]) == 30


def test_the_word_list_grows_and_ends_by_day(village):
    officer, url = village.browser("giang"), "/can-bo/duyet/tu-ngu/"
    data = {"phrase": " Đại  bổ ", "kind": "forbidden", "effective_from": "2026-01-01"}

    assert officer.post(url, data).status_code == 302
    assert officer.post(url, data).status_code == 422
    word = ClaimWord.objects.get(phrase="Đại bổ")
    officer.post(f"{url}{word.pk}/het/")

    word.refresh_from_db()
    assert word.effective_to is not None
    assert village.browser("dung").get(url).status_code == 404  # a commune keeps no list
    assert village.browser("binh").get(url).status_code in {403, 404}
